using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One subscription.</summary>
public sealed class SubscriptionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string subscriptionId;

    internal SubscriptionOperations(CallSender sender, string customerId, string subscriptionId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.subscriptionId = subscriptionId;
        RegistrationStatus = new SubscriptionRegistrationStatusOperations(sender, customerId, subscriptionId);
    }

    /// <summary>Whether it is registered for reservations; for Azure subscriptions.</summary>
    public SubscriptionRegistrationStatusOperations RegistrationStatus { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound (20003).</exception>
    public async Task<Subscription> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "subscriptions", subscriptionId);
        PartnerRequest request = sender.Request(
            "subscriptions.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading subscription {subscriptionId} of customer {customerId}");
        Subscription subscription = await sender.SendAsync<Subscription>(request, cancellationToken).ConfigureAwait(false);
        subscription.CustomerId = customerId;
        return subscription;
    }
}
