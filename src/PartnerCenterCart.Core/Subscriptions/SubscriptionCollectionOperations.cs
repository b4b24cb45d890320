using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Subscriptions of a customer.</summary>
public sealed class SubscriptionCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal SubscriptionCollectionOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>One subscription. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be a subscription id.</exception>
    public SubscriptionOperations ById(string subscriptionId) => new(
        sender,
        customerId,
        CatalogCheck.Id(subscriptionId, "subscription id", "a4c1340d-6911-4758-bba3-0c4c6007d161", "The subscriptions of the customer have it, and the lines of its orders once they are provisioned."));

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    public Task<Page<Subscription>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "subscriptions");
        return new PageReader<Subscription>(
            sender,
            "subscriptions.list",
            $"reading the subscriptions of customer {customerId}",
            subscription => subscription.CustomerId = customerId).FirstAsync(path, cancellationToken);
    }
}
