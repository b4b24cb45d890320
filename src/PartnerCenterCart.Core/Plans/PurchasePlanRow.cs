using System.Collections.Generic;
using System.Globalization;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>One thing to buy for one customer, as it was asked for; and what that is, once the plan was tested.</summary>
public sealed class PurchasePlanRow
{
    // What was asked for, where the catalogue has filled in the line since; null while the line says it.
    private readonly IReadOnlyDictionary<string, string>? wish;
    private readonly string? givenItem;
    private string? resolvedItem;
    private string? resolvedLine;

    /// <param name="rowNumber">Position in the plan, from 1.</param>
    /// <param name="customer">Tenant id, domain or exact company name.</param>
    /// <param name="line">What to buy. Its catalog item id may be missing where product and SKU are named.</param>
    /// <param name="reference">The caller's own name of the purchase, unique in the plan; blank takes the number of the row.</param>
    /// <param name="productId">Product, where the row names no catalog item.</param>
    /// <param name="skuId">SKU of the product.</param>
    /// <param name="segment">Segment of the availability to take; null takes commercial ones where there are others, too.</param>
    /// <param name="attested">Confirms the reseller attestation, where resellers are named.</param>
    public PurchasePlanRow(int rowNumber, string? customer, CartLineItem line, string? reference = null, string? productId = null, string? skuId = null, string? segment = null, bool attested = false)
    {
        RowNumber = rowNumber;
        Customer = Text(customer);
        HasReference = Text(reference) != null;
        Reference = Text(reference) ?? "row " + rowNumber.ToString(CultureInfo.InvariantCulture);
        ProductId = Text(productId);
        SkuId = Text(skuId);
        Segment = Text(segment);
        IsAttested = attested;
        Line = line ?? new CartLineItem();
        Line.CustomerId = null;
    }

    private PurchasePlanRow(PurchasePlanRow other)
        : this(other.RowNumber, other.Customer, PartnerJson.Clone(other.Line), other.HasReference ? other.Reference : null, other.ProductId, other.SkuId, other.Segment, other.IsAttested)
    {
        givenItem = other.GivenItem;
        CustomerId = other.CustomerId;
        CustomerName = other.CustomerName;
        Country = other.Country;
        wish = other.Wish;
    }

    /// <summary>Position in the plan, from 1: the first line below the header of a file.</summary>
    public int RowNumber { get; }

    /// <summary>The caller's own name of the purchase; "row 7" where there was none.</summary>
    public string Reference { get; }

    /// <summary>The customer as it was written: id, domain or name.</summary>
    public string? Customer { get; }

    /// <summary>Tenant id of the customer; null until the plan was tested.</summary>
    public string? CustomerId { get; internal set; }

    /// <summary>Company name of the customer; null until the plan was tested.</summary>
    public string? CustomerName { get; internal set; }

    /// <summary>Product, where the row names no catalog item.</summary>
    public string? ProductId { get; }

    /// <summary>SKU of the product.</summary>
    public string? SkuId { get; }

    /// <summary>Segment of the availability to take.</summary>
    public string? Segment { get; }

    /// <summary>Whether the reseller attestation is confirmed.</summary>
    public bool IsAttested { get; }

    /// <summary>What is bought.</summary>
    public CartLineItem Line { get; }

    /// <summary>Title of the item in the catalogue; null until the plan was tested.</summary>
    public string? Title { get; internal set; }

    /// <summary>Currency of the availability; null until the plan was tested.</summary>
    public string? CurrencyCode { get; internal set; }

    /// <summary>How long after the purchase the catalogue lets it be given back in full, an ISO 8601 duration; null where it does not say.</summary>
    public string? CancellationPeriod { get; internal set; }

    /// <summary>Catalog item id of the line.</summary>
    public string? CatalogItemId => Line.CatalogItemId;

    /// <summary>Quantity of the line.</summary>
    public int? Quantity => Line.Quantity;

    /// <summary>Term of the line.</summary>
    public string? TermDuration => Line.TermDuration;

    /// <summary>Billing cycle of the line.</summary>
    public string? BillingCycle => Line.BillingCycle;

    /// <summary>Row and reference in one line.</summary>
    public override string ToString() => HasReference ? $"row {RowNumber} ({Reference})" : Reference;

    internal bool HasReference { get; }

    /// <summary>Whether another row of the plan for the customer gives its purchase the same name: then the name does not tell whose an order is.</summary>
    internal bool SharesLabel { get; set; }

    /// <summary>The catalog item that the row itself names; null where the catalogue is to say.</summary>
    internal string? GivenItem => wish == null || (IsChanged && Line.CatalogItemId != resolvedItem) ? Text(Line.CatalogItemId) : givenItem;

    /// <summary>Whether somebody changed the line after it was resolved: then it is another wish, and what was found of it counts no more.</summary>
    internal bool IsChanged => resolvedLine != null && resolvedLine != PartnerJson.WriteText(Line);

    internal string? Country { get; set; }

    /// <summary>Digest of the catalogue's item that the row resolves to; null until the plan was tested.</summary>
    internal string? ItemDigest { get; set; }

    /// <summary>What was asked for, member by member, before the catalogue was looked at.</summary>
    internal IReadOnlyDictionary<string, string> Wish => wish == null || IsChanged ? PlanWish.Of(this) : wish;

    internal string Digest => PlanWish.DigestOf(Wish);

    /// <summary>A row that can be resolved anew without touching this one. The wish is that of the original.</summary>
    internal PurchasePlanRow Copy() => new(this);

    /// <summary>Ends resolving: what changes from now on was somebody's wish.</summary>
    internal void Resolved()
    {
        resolvedItem = Line.CatalogItemId;
        resolvedLine = PartnerJson.WriteText(Line);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
