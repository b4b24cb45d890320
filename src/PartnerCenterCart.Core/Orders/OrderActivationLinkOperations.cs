using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Where the customer activates what was bought.</summary>
public sealed class OrderActivationLinkOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;
    private readonly int? lineItemNumber;

    internal OrderActivationLinkOperations(CallSender sender, string customerId, string orderId, int? lineItemNumber)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
        this.lineItemNumber = lineItemNumber;
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on. Only marketplace lines have any.</summary>
    /// <exception cref="PartnerException">NotFound (20000): no such order or line.</exception>
    public Task<Page<OrderLineItemActivationLink>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "orders", orderId);
        string? line = lineItemNumber?.ToString(CultureInfo.InvariantCulture);
        path = line == null ? path.Add("activationlinks") : path.Add("lineitems", line, "activationlinks");
        return new PageReader<OrderLineItemActivationLink>(
            sender,
            line == null ? "orders.activationLinks" : "orders.lineItemActivationLinks",
            $"reading the activation links of {(line == null ? string.Empty : $"line {line} of ")}order {orderId} of customer {customerId}",
            link =>
            {
                link.CustomerId = customerId;
                link.OrderId = orderId;
                link.LineItemNumber ??= lineItemNumber;
            }).FirstAsync(path, cancellationToken);
    }
}
