using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Something that happened to a purchase after it was made and that an invoice must show. Invoices are made from these and from the orders.</summary>
internal sealed record BillingChange
{
    /// <summary>Subscription id, or order id and line number where there is no subscription.</summary>
    public string Key { get; init; } = string.Empty;

    public DateTimeOffset Time { get; init; }

    public int Before { get; init; }

    public int After { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Whether the next term comes by itself, from now on; null where that did not change.</summary>
    public bool? Renews { get; init; }

    public static string KeyOf(StoredOrder order, OrderLine line) => line.SubscriptionId ?? order.Order.Id + "/" + line.LineItemNumber;
}
