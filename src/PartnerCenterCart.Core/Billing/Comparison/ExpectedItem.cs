using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>One item that should have been charged: a line of an order, or of a file.</summary>
internal sealed class ExpectedItem
{
    public string? CustomerId { get; private init; }

    public string? OrderId { get; private init; }

    public string? SubscriptionId { get; private init; }

    public string? Item { get; private init; }

    public string? ItemName { get; private init; }

    public decimal? Quantity { get; private set; }

    public decimal? UnitPrice { get; private init; }

    /// <summary>Before promotions; null where nobody says.</summary>
    public decimal? ListPrice { get; private init; }

    public string? Currency { get; private init; }

    /// <summary><c>order</c> or <c>file</c>.</summary>
    public string By { get; private init; } = "order";

    /// <summary>Null for a file, whose rows are due whatever their date.</summary>
    public Order? Order { get; private init; }

    public bool IsMatched { get; set; }

    public static IEnumerable<ExpectedItem> Of(Order order) => (order.LineItems ?? Enumerable.Empty<OrderLineItem>()).Where(line => line != null).Select(line => new ExpectedItem
    {
        CustomerId = InvoiceCharge.CustomerOf(order.ReferenceCustomerId ?? order.CustomerId),
        OrderId = order.Id,
        SubscriptionId = line.SubscriptionId,
        Item = InvoiceCharge.ItemOf(line.OfferId, null),
        ItemName = line.FriendlyName,
        Quantity = line.Quantity,
        UnitPrice = line.Pricing?.Price ?? line.Pricing?.DiscountedPrice ?? line.Pricing?.ListPrice,
        ListPrice = line.Pricing?.ListPrice,
        Currency = order.CurrencyCode?.ToUpperInvariant(),
        Order = order,
    });

    /// <exception cref="PartnerException">InvalidInput: neither customer nor order.</exception>
    public static ExpectedItem Of(Func<string, object?> field, string what)
    {
        string? Text(params string[] names) => names.Select(name => FieldValue.Text(field(name))).FirstOrDefault(text => text != null);
        var item = new ExpectedItem
        {
            CustomerId = InvoiceCharge.CustomerOf(Text("CustomerId")),
            OrderId = Text("OrderId"),
            SubscriptionId = Text("SubscriptionId"),
            Item = InvoiceCharge.ItemOf(Text("ProductId") ?? Text("CatalogItemId", "OfferId", "Item"), Text("SkuId")),
            ItemName = Text("SkuName", "ProductName", "FriendlyName"),
            Quantity = FieldValue.Number(field("Quantity")),
            UnitPrice = FieldValue.Number(field("UnitPrice")) ?? FieldValue.Number(field("Price")),
            Currency = Text("Currency", "CurrencyCode")?.ToUpperInvariant(),
            By = "file",
        };
        return item.CustomerId != null && (item.OrderId ?? item.SubscriptionId) != null
            ? item
            : throw PartnerException.InvalidInput($"{what} cannot be expected: it needs a CustomerId, and an OrderId or a SubscriptionId.");
    }

    /// <summary>Whether both are lines of one order for the same thing, which a row of an invoice does not tell apart.</summary>
    public bool IsRepeatedBy(ExpectedItem other) =>
        Order != null && ReferenceEquals(Order, other.Order) && Item != null && Item == other.Item && UnitPrice == other.UnitPrice;

    public void Add(ExpectedItem other) => Quantity += other.Quantity;

    /// <summary>Whether a charge of it belongs into the period.</summary>
    public bool IsDue(DateTimeOffset? from, DateTimeOffset? to)
    {
        if (Order == null)
        {
            return true;
        }

        if (Quantity is null or 0 || !OrderStatus.Known.Same(Order.Status, "completed") || Order.CreationDate is not { } made)
        {
            return false;
        }

        if (to != null && made > to.Value.Date.AddDays(1))
        {
            return false;
        }

        // Every cycle but the monthly one is charged when it begins; in which months the later ones do, an order does not say.
        return BillingCycleType.Known.Same(Order.BillingCycle, BillingCycleType.Monthly) || from == null || made >= from;
    }
}
