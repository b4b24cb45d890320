using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One order.</summary>
public sealed class OrderOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    /// <summary>Reads it; it is there at once after a checkout, whatever the list says.</summary>
    /// <param name="includePrice">Asks for prices before tax; needs a credential that may see them (800043).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">NotFound (20000).</exception>
    public async Task<Order> GetAsync(bool includePrice = false, CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "orders", orderId).Query("include_price", includePrice ? "true" : null);
        PartnerRequest request = sender.Request("orders.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading order {orderId} of customer {customerId}");
        return Complete(await sender.SendAsync<Order>(request, cancellationToken).ConfigureAwait(false), customerId);
    }

    internal static Order Complete(Order order, string customerId)
    {
        order.CustomerId = customerId;
        return order;
    }
}
