using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>How far the lines of an order are.</summary>
public sealed class OrderProvisioningStatusOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderProvisioningStatusOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    /// <summary>Reads the first page, one item for each line; <see cref="Page{T}.NextAsync"/> reads on. Needs an App+User token.</summary>
    /// <exception cref="PartnerException">NotFound: 800007, not there yet; 20000, no such order. Forbidden (900329): the token is App-only.</exception>
    public Task<Page<OrderLineItemProvisioningStatus>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "orders", orderId, "provisioningstatus");
        return new PageReader<OrderLineItemProvisioningStatus>(
            sender,
            "orders.provisioningStatus",
            $"reading the provisioning status of order {orderId} of customer {customerId}",
            status =>
            {
                status.CustomerId = customerId;
                status.OrderId = orderId;
            }).FirstAsync(path, cancellationToken);
    }
}
