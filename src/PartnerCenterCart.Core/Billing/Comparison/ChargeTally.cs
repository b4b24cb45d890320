using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>The charges of one item of one order, added up; nothing of the rows is held.</summary>
internal sealed class ChargeTally
{
    // Additions and cancellations in the middle of a cycle end with it, so that the rows of a cycle have their end in common.
    private readonly Dictionary<DateTimeOffset, decimal> quantities = new();
    private DateTimeOffset priceAt;
    private bool hasSeveralSubscriptions;

    public ChargeTally(InvoiceCharge first)
    {
        CustomerName = first.CustomerName;
        OrderId = first.OrderId;
        Item = first.Item;
        ItemName = first.ItemName;
        Currency = first.Currency;
    }

    public string? CustomerName { get; }

    public string? OrderId { get; }

    public string? Item { get; }

    public string? ItemName { get; }

    public string? Currency { get; }

    public string? SubscriptionId { get; private set; }

    public int Rows { get; private set; }

    public bool IsUsage { get; private set; }

    public decimal Subtotal { get; private set; }

    public decimal Tax { get; private set; }

    public decimal Total { get; private set; }

    /// <summary>What the rows of the cycle that ends last cost; null where they do not say.</summary>
    public ChargePrice? Price { get; private set; }

    /// <summary>Of the cycle that ends last.</summary>
    public decimal Quantity => quantities.Count == 0 ? 0 : quantities[quantities.Keys.Max()];

    /// <summary>The daily usage that it charges; null where none is known.</summary>
    public ChargeUsage? Usage { get; private set; }

    /// <summary>Whether it charges daily usage that is known; one of several charges of a subscription tells of it.</summary>
    public bool HasUsage { get; private set; }

    /// <summary>It charges this usage; null where another charge of the subscription tells of it.</summary>
    public void IsChargeOf(ChargeUsage? usage)
    {
        Usage = usage;
        HasUsage = true;
        IsUsage = true;
    }

    public void Add(InvoiceCharge charge)
    {
        Rows++;
        Subtotal += charge.Subtotal;
        Tax += charge.Tax;
        Total += charge.Total;
        IsUsage |= charge.IsUsage;
        DateTimeOffset end = charge.End ?? DateTimeOffset.MinValue;
        quantities[end] = (quantities.TryGetValue(end, out decimal before) ? before : 0) + charge.SignedQuantity;
        if (charge.UnitPrice is { } price && (Price == null || end > priceAt))
        {
            Price = new ChargePrice(price, charge.EffectiveUnitPrice ?? price);
            priceAt = end;
        }

        if (charge.SubscriptionId != null && !hasSeveralSubscriptions)
        {
            hasSeveralSubscriptions = SubscriptionId != null && !string.Equals(SubscriptionId, charge.SubscriptionId, StringComparison.OrdinalIgnoreCase);
            SubscriptionId = hasSeveralSubscriptions ? null : charge.SubscriptionId;
        }
    }
}
