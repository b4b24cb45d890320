using System;

namespace PartnerCenterCart;

/// <summary>What charges are added up by.</summary>
internal readonly record struct ChargeKey(string? Currency, string? OrderId, string? Item, string? WithoutOrder)
{
    /// <summary>Rows without an order are told apart by their subscription.</summary>
    public static ChargeKey Of(InvoiceCharge charge) =>
        new(charge.Currency, charge.OrderId?.ToLowerInvariant(), charge.Item, charge.OrderId == null ? charge.SubscriptionId?.ToLowerInvariant() : null);
}
