using System;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>What a comparison needs of a row, whichever kind of row it is and wherever it comes from.</summary>
internal sealed class InvoiceCharge
{
    private InvoiceCharge(Func<string, object?> field, string? kind = null)
    {
        string? Text(params string[] names) => names.Select(name => FieldValue.Text(field(name))).FirstOrDefault(text => text != null);
        decimal? Number(params string[] names) => names.Select(name => FieldValue.Number(field(name))).FirstOrDefault(number => number != null);

        CustomerId = CustomerOf(Text("CustomerId"));
        CustomerName = Text("CustomerName", "CustomerCompanyName");
        OrderId = Text("OrderId");
        SubscriptionId = Text("SubscriptionId");
        Item = ItemOf(Text("ProductId"), Text("SkuId")) ?? Text("DurableOfferId", "OfferId", "Item");
        ItemName = Text("SkuName", "ProductName", "OfferName", "MeterName", "ServiceName");
        Currency = Text("Currency", "BillingCurrency", "CurrencyCode")?.ToUpperInvariant();
        InvoiceId = Text("InvoiceNumber", "InvoiceId");
        Quantity = Number("Quantity", "ConsumedQuantity") ?? 0;
        decimal rate = Rate(Text("PricingCurrency"), Number("PcToBCExchangeRate"));
        UnitPrice = Number("UnitPrice", "ListPrice") * rate;
        EffectiveUnitPrice = Number("EffectiveUnitPrice") * rate;
        decimal? subtotal = Number("Subtotal", "PretaxCharges", "BillingPreTaxTotal");
        decimal? tax = Number("TaxTotal", "TaxAmount", "Tax");
        decimal? total = Number("TotalForCustomer", "Total", "PostTaxTotal", "Amount");
        HasAmount = subtotal != null || total != null;
        Total = total ?? (subtotal ?? 0) + (tax ?? 0);
        Tax = tax ?? 0;
        Subtotal = subtotal ?? Total - Tax;
        Start = FieldValue.Date(field("ChargeStartDate"));
        End = FieldValue.Date(field("ChargeEndDate"));
        bool isOfADay = FieldValue.Text(field("UsageDate")) != null;
        IsUsage = isOfADay || Number("ConsumedQuantity") != null;
        IsDetail = InvoiceLineItemType.Normalize(Text("InvoiceLineItemType", "LineItemType") ?? kind) switch
        {
            InvoiceLineItemType.UsageLineItems => true,
            InvoiceLineItemType.BillingLineItems => false,
            _ => isOfADay && total == null,
        };
    }

    public string? CustomerId { get; }

    public string? CustomerName { get; }

    public string? OrderId { get; }

    public string? SubscriptionId { get; }

    public string? Item { get; }

    public string? ItemName { get; }

    public string? Currency { get; }

    public string? InvoiceId { get; }

    public decimal Quantity { get; }

    /// <summary>By the price list, in the billing currency.</summary>
    public decimal? UnitPrice { get; }

    /// <summary>After promotions and other adjustments, in the billing currency; of a part of a cycle, that part of it.</summary>
    public decimal? EffectiveUnitPrice { get; }

    /// <summary>Daily usage of legacy Azure has none; it is charged by other rows.</summary>
    public bool HasAmount { get; }

    public decimal Subtotal { get; }

    public decimal Tax { get; }

    public decimal Total { get; }

    public DateTimeOffset? Start { get; }

    public DateTimeOffset? End { get; }

    public bool IsUsage { get; }

    /// <summary>Usage of a day, which a row of what was charged comes to together with others.</summary>
    public bool IsDetail { get; }

    /// <summary>What counts of the quantity: a credit takes back.</summary>
    public decimal SignedQuantity => Subtotal < 0 ? -Math.Abs(Quantity) : Quantity;

    public static InvoiceCharge Of(InvoiceLineItem row)
    {
        RowSchema schema = RowSchema.Of(row.GetType());
        return new InvoiceCharge(name => schema.Find(name)?.Get(row) ?? (row.HasUnknown ? Unknown(row, name) : null), row.LineItemType);
    }

    /// <exception cref="PartnerException">InvalidInput: nothing in it says what was charged to whom.</exception>
    public static InvoiceCharge Of(Func<string, object?> field, string what)
    {
        var charge = new InvoiceCharge(field);
        return charge.CustomerId != null && (charge.HasAmount || charge.IsUsage)
            ? charge
            : throw PartnerException.InvalidInput($"{what} is no row of an invoice: it has no {(charge.CustomerId == null ? "CustomerId" : "amount (Subtotal, Total)")}.");
    }

    /// <summary>Some ids come with a word in front (contract: models.md, section 9).</summary>
    public static string? CustomerOf(string? id) => (id != null && id.StartsWith("org:", StringComparison.OrdinalIgnoreCase) ? id.Substring(4) : id)?.ToLowerInvariant();

    /// <summary>Product and SKU; catalog item ids have the availability behind them, which is reissued.</summary>
    public static string? ItemOf(string? product, string? sku) =>
        product == null ? null : (product.Contains(":") ? string.Join(":", product.Split(':').Take(2)) : sku == null ? product : product + ":" + sku).ToUpperInvariant();

    private decimal Rate(string? pricingCurrency, decimal? rate) =>
        rate is { } known && known != 0 && pricingCurrency != null && !string.Equals(pricingCurrency, Currency, StringComparison.OrdinalIgnoreCase) ? known : 1;

    private static object? Unknown(InvoiceLineItem row, string name) =>
        row.AdditionalProperties.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
