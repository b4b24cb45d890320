using System;
using System.Collections.Generic;
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
    public async Task<Subscription> GetAsync(CancellationToken cancellationToken = default) =>
        Complete(await sender.SendAsync<Subscription>(Read("subscriptions.get", Path(), "reading"), cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Changes it to what is given, which is a subscription that was read, with other values where they shall change: the whole
    /// resource goes back, members that nobody knows included. With an etag the change is refused when somebody else was faster.
    /// </summary>
    /// <exception cref="PartnerException">BadRequest: 2055, changed in between; 800096 and others, not changeable; 900214, the window is over. Conflict: 800082, 900278. OutcomeUnknown.</exception>
    public async Task<Subscription> PatchAsync(Subscription subscription, CancellationToken cancellationToken = default)
    {
        if (subscription == null)
        {
            throw new ArgumentNullException(nameof(subscription));
        }

        // With an etag a repeat after a lost answer would be refused as outdated although the change worked.
        string? etag = string.IsNullOrWhiteSpace(subscription.Attributes?.Etag) ? null : subscription.Attributes!.Etag;
        PartnerRequest request = sender.Request(
            "subscriptions.update",
            new HttpMethod("PATCH"),
            Path().ToString(),
            etag == null ? RetryClass.Replace : RetryClass.Write,
            $"changing subscription {subscriptionId} of customer {customerId}",
            subscription,
            $"Get-PartnerCustomerSubscription -CustomerId {customerId} -SubscriptionId {subscriptionId} shows whether the change arrived.",
            etag == null ? null : new Dictionary<string, string> { ["If-Match"] = etag });
        return Complete(await sender.SendAsync<Subscription>(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads the first page of its legacy add-ons; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <exception cref="PartnerException">NotFound (20003).</exception>
    public Task<Page<Subscription>> GetAddOnsAsync(CancellationToken cancellationToken = default) => SubscriptionCollectionOperations.ReadAsync(
        sender, customerId, "subscriptions.addOns", $"reading the add-ons of subscription {subscriptionId} of customer {customerId}", Path().Add("addons"), cancellationToken);

    /// <summary>Reads how far a change of its licences is; the service looks every 15 minutes. Needs an App+User token.</summary>
    /// <exception cref="PartnerException">NotFound (20003); Forbidden (900329).</exception>
    public async Task<SubscriptionProvisioningStatus> GetProvisioningStatusAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = Read("subscriptions.provisioningStatus", Path().Add("provisioningstatus"), "reading the provisioning status of");
        SubscriptionProvisioningStatus status = await sender.SendAsync<SubscriptionProvisioningStatus>(request, cancellationToken).ConfigureAwait(false);
        status.CustomerId = customerId;
        status.SubscriptionId = subscriptionId;
        return status;
    }

    /// <summary>Reads the first page of where the customer activates it; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <exception cref="PartnerException">NotFound (20003).</exception>
    public Task<Page<OrderLineItemActivationLink>> GetActivationLinksAsync(CancellationToken cancellationToken = default) => new PageReader<OrderLineItemActivationLink>(
        sender,
        "subscriptions.activationLinks",
        $"reading the activation links of subscription {subscriptionId} of customer {customerId}",
        link =>
        {
            link.CustomerId = customerId;
            link.SubscriptionId = subscriptionId;
        }).FirstAsync(Path().Add("activationlinks"), cancellationToken);

    /// <summary>Registers an Azure subscription for reservations; <see cref="RegistrationStatus"/> tells when it is. Asking again does no harm.</summary>
    /// <exception cref="PartnerException">BadRequest: 800011, no Azure subscription; 800012, not active.</exception>
    public Task RegisterAsync(CancellationToken cancellationToken = default) => sender.SendAsync(
        Change("subscriptions.register", "registrations", "registering", RetryClass.RepeatableWrite), cancellationToken);

    /// <summary>Activates a marketplace subscription; works in the sandbox alone.</summary>
    /// <exception cref="PartnerException">BadRequest: 800041, active already; 900127, not in the sandbox.</exception>
    public async Task<SubscriptionActivationResult> ActivateAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = Change("subscriptions.activate", "activate", "activating", RetryClass.Write);
        SubscriptionActivationResult result = await sender.SendAsync<SubscriptionActivationResult>(request, cancellationToken).ConfigureAwait(false);
        result.CustomerId = customerId;
        result.SubscriptionId ??= subscriptionId;
        return result;
    }

    private Subscription Complete(Subscription subscription)
    {
        subscription.CustomerId = customerId;
        return subscription;
    }

    private PartnerRequest Read(string operation, ResourcePath path, string doing) =>
        sender.Request(operation, HttpMethod.Get, path.ToString(), RetryClass.Read, $"{doing} subscription {subscriptionId} of customer {customerId}");

    private PartnerRequest Change(string operation, string name, string doing, RetryClass retryClass) => sender.Request(
        operation,
        HttpMethod.Post,
        Path().Add(name).ToString(),
        retryClass,
        $"{doing} subscription {subscriptionId} of customer {customerId}",
        whenUnknown: $"Get-PartnerCustomerSubscription -CustomerId {customerId} -SubscriptionId {subscriptionId} shows where it stands.");

    private ResourcePath Path() => ResourcePath.Root.Add("customers", customerId, "subscriptions", subscriptionId);
}
