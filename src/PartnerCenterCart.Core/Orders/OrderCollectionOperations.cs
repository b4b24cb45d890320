using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Orders of a customer. Lists lag: a new order is in them after up to 15 minutes, by id at once.</summary>
public sealed class OrderCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string? billingCycle;

    internal OrderCollectionOperations(CallSender sender, string customerId, string? billingCycle = null)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.billingCycle = billingCycle;
    }

    /// <summary>One order. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be an order id.</exception>
    public OrderOperations ById(string orderId) => new(sender, customerId, PartnerId.Order(orderId));

    /// <summary>Only orders of one billing cycle, a text of <see cref="BillingCycleType"/> in any spelling.</summary>
    /// <exception cref="PartnerException">InvalidInput: not a documented billing cycle.</exception>
    public OrderCollectionOperations ByBillingCycle(string billingCycle) =>
        new(sender, customerId, CartCheck.BillingCycle(string.IsNullOrWhiteSpace(billingCycle) ? "(blank)" : billingCycle));

    /// <summary>The archived SDK's name of <see cref="ByBillingCycle"/>.</summary>
    public OrderCollectionOperations ByBillingCycleType(string billingCycleType) => ByBillingCycle(billingCycleType);

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <param name="includePrice">Asks for prices before tax; needs a credential that may see them (800043).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Order>> GetAsync(bool includePrice = false, CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "orders")
            .Query("billingType", billingCycle)
            .Query("include_price", includePrice ? "true" : null);
        return new PageReader<Order>(
            sender,
            billingCycle == null ? "orders.list" : "orders.listByBillingCycle",
            $"reading the orders of customer {customerId}",
            order => OrderOperations.Complete(order, customerId)).FirstAsync(path, cancellationToken);
    }
}
