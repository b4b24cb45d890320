using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Subscriptions of a customer.</summary>
public sealed class SubscriptionCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string? partnerId;

    internal SubscriptionCollectionOperations(CallSender sender, string customerId, string? partnerId = null)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.partnerId = partnerId;
    }

    /// <summary>Ends that a new subscription can be aligned to.</summary>
    public CustomTermEndDateOperations CustomTermEndDates => new(sender, customerId);

    /// <summary>One subscription. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be a subscription id.</exception>
    public SubscriptionOperations ById(string subscriptionId) => new(sender, customerId, IdOf(subscriptionId));

    /// <summary>Those of one order.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be an order id.</exception>
    public OrderSubscriptionOperations ByOrder(string orderId) => new(sender, customerId, PartnerId.Order(orderId));

    /// <summary>Only those of one indirect reseller, by its partner (MPN) id; for indirect providers.</summary>
    /// <exception cref="PartnerException">InvalidInput: no digits.</exception>
    public SubscriptionCollectionOperations ByPartner(string partnerId)
    {
        string id = partnerId?.Trim() ?? string.Empty;
        return id.Length is > 0 and <= 20 && id.All(c => c is >= '0' and <= '9')
            ? new SubscriptionCollectionOperations(sender, customerId, id)
            : throw PartnerException.InvalidInput($"'{id}' is not a partner (MPN) id. Digits such as 4847383 are expected.");
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    public Task<Page<Subscription>> GetAsync(CancellationToken cancellationToken = default) => ReadAsync(
        sender,
        customerId,
        partnerId == null ? "subscriptions.list" : "subscriptions.listByPartner",
        $"reading the subscriptions of customer {customerId}",
        ResourcePath.Root.Add("customers", customerId, "subscriptions").Query("mpn_id", partnerId),
        cancellationToken);

    internal static string IdOf(string? subscriptionId) => CatalogCheck.Id(
        subscriptionId, "subscription id", "a4c1340d-6911-4758-bba3-0c4c6007d161", "The subscriptions of the customer have it, and the lines of its orders once they are provisioned.");

    internal static Task<Page<Subscription>> ReadAsync(CallSender sender, string customerId, string operation, string purpose, ResourcePath path, CancellationToken cancellationToken) =>
        new PageReader<Subscription>(sender, operation, purpose, subscription => subscription.CustomerId = customerId).FirstAsync(path, cancellationToken);
}
