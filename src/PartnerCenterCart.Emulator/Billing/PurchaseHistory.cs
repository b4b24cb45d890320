using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>One order line, and what became of it.</summary>
internal sealed class PurchaseHistory
{
    private readonly IReadOnlyList<BillingChange> changes;
    private readonly int first;

    public PurchaseHistory(StoredOrder order, OrderLine line, CatalogItem item, CustomerRecord customer, SubscriptionRecord? subscription, IReadOnlyList<BillingChange> changes)
    {
        Order = order;
        Line = line;
        Item = item;
        Customer = customer;
        Subscription = subscription;
        this.changes = changes;
        first = changes.Count > 0 ? changes[0].Before : line.Quantity;
    }

    public StoredOrder Order { get; }

    public OrderLine Line { get; }

    public CatalogItem Item { get; }

    public CustomerRecord Customer { get; }

    public SubscriptionRecord? Subscription { get; }

    /// <summary>What waits for a document is bought when its review is over; an add-on can join an order later.</summary>
    public DateTimeOffset Bought => Order.Review is not null ? Order.ProvisioningFrom ?? PurchaseOrderReview.Never : Subscription?.CreatedAt ?? Order.CreatedAt;

    public DateTimeOffset? CancelledAt => changes.FirstOrDefault(change => change.Cancelled)?.Time;

    public int QuantityAt(DateTimeOffset moment) => changes.LastOrDefault(change => change.Time <= moment)?.After ?? first;

    public int FirstQuantity => first;

    /// <summary>Changes of the quantity, cancelling included, within a time.</summary>
    public IEnumerable<BillingChange> Between(DateTimeOffset from, DateTimeOffset to) => changes.Where(change => change.Time >= from && change.Time < to && change.After != change.Before);

    public bool RenewsAt(DateTimeOffset moment) =>
        changes.LastOrDefault(change => change.Renews is not null && change.Time <= moment)?.Renews ?? !(SubscriptionView.IsUsage(Item) || Item.Sku.IsTrial);
}
