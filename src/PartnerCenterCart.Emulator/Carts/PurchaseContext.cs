using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What a line is judged by: who buys, what they have, what else is in the cart, and when.</summary>
internal sealed class PurchaseContext(CustomerRecord customer, EmulatorState state, IReadOnlyList<CartLine> lines, CatalogIndex catalog, DateTimeOffset now, long issue)
{
    private IReadOnlyCollection<SubscriptionRecord>? subscriptions;

    public CustomerRecord Customer { get; } = customer;

    /// <summary>All of them, read when first asked for: most lines never ask, and a customer can have thousands.</summary>
    public IReadOnlyCollection<SubscriptionRecord> Subscriptions => subscriptions ??= state.Subscriptions(Customer.Id);

    public IReadOnlyList<CartLine> Lines { get; } = lines;

    public CatalogIndex Catalog { get; } = catalog;

    public DateTimeOffset Now { get; } = now;

    /// <summary>What a catalog item id stands for today in the country of the customer; null for an id that is unknown, of another country, or reissued since.</summary>
    public CatalogItem? Sold(string? catalogItemId) =>
        Catalog.Find(catalogItemId, issue) is { } item && (item.Country is null || item.Country == Customer.Country) ? item : null;

    public SubscriptionRecord? Subscription(string? id) => id is null ? null : state.Subscription(Customer.Id, id);

    /// <summary>The subscription behind which an Azure subscription stands.</summary>
    public SubscriptionRecord? Entitlement(string id) =>
        Subscriptions.FirstOrDefault(subscription => string.Equals(subscription.EntitlementId, id, StringComparison.OrdinalIgnoreCase));

    public ItemFamily? FamilyOf(SubscriptionRecord subscription) => Catalog.Find(subscription.OfferId)?.Family;

    public bool HasActiveAzurePlan() => Subscriptions.Any(subscription => FamilyOf(subscription) == ItemFamily.AzurePlan && subscription.IsActive(Now));
}
