using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Whether a subscription is registered for reservations.</summary>
public sealed class SubscriptionRegistrationStatusOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string subscriptionId;

    internal SubscriptionRegistrationStatusOperations(CallSender sender, string customerId, string subscriptionId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.subscriptionId = subscriptionId;
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound (20003).</exception>
    public async Task<SubscriptionRegistrationStatus> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "subscriptions", subscriptionId, "registrationstatus");
        PartnerRequest request = sender.Request(
            "subscriptions.registrationStatus",
            HttpMethod.Get,
            path.ToString(),
            RetryClass.Read,
            $"reading whether subscription {subscriptionId} of customer {customerId} is registered for reservations");
        SubscriptionRegistrationStatus status = await sender.SendAsync<SubscriptionRegistrationStatus>(request, cancellationToken).ConfigureAwait(false);
        status.CustomerId = customerId;
        return status;
    }
}
