using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What a line is judged by: who buys, what they have, what else is in the cart, and when.</summary>
internal sealed class PurchaseContext(CustomerRecord customer, IReadOnlyCollection<SubscriptionRecord> subscriptions, IReadOnlyList<CartLine> lines, CatalogIndex catalog, DateTimeOffset now)
{
    public CustomerRecord Customer { get; } = customer;

    public IReadOnlyCollection<SubscriptionRecord> Subscriptions { get; } = subscriptions;

    public IReadOnlyList<CartLine> Lines { get; } = lines;

    public CatalogIndex Catalog { get; } = catalog;

    public DateTimeOffset Now { get; } = now;

    public SubscriptionRecord? Subscription(string? id) =>
        Subscriptions.FirstOrDefault(subscription => string.Equals(subscription.Id, id, StringComparison.OrdinalIgnoreCase));

    public SubscriptionRecord? Entitlement(string? id) =>
        Subscriptions.FirstOrDefault(subscription => string.Equals(subscription.EntitlementId, id, StringComparison.OrdinalIgnoreCase));

    public ItemFamily? FamilyOf(SubscriptionRecord subscription) => Catalog.Find(subscription.OfferId)?.Family;

    public bool HasActiveAzurePlan() => Subscriptions.Any(subscription => FamilyOf(subscription) == ItemFamily.AzurePlan && subscription.IsActive(Now));
}
