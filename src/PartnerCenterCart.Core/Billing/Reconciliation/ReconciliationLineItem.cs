using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// A charge as Microsoft Graph exports it. Columns have their published names; where the older interface has the same column under
/// another name, that one is understood too.
/// </summary>
public sealed class ReconciliationLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Domain of the customer.</summary>
    public string? CustomerDomainName { get; set; }

    /// <summary>Two letters.</summary>
    public string? CustomerCountry { get; set; }

    /// <summary>The invoice; empty while unbilled.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>Partner id.</summary>
    public string? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; 0 or empty is none.</summary>
    [AlsoNamed("resellerMpnId")]
    public string? Tier2MpnId { get; set; }

    /// <summary>The order.</summary>
    public string? OrderId { get; set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset? OrderDate { get; set; }

    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU, four characters.</summary>
    public string? SkuId { get; set; }

    /// <summary>The availability.</summary>
    public string? AvailabilityId { get; set; }

    /// <summary>Name of the SKU.</summary>
    public string? SkuName { get; set; }

    /// <summary>Name of the product.</summary>
    public string? ProductName { get; set; }

    /// <summary>Which kind of product; newer than the others.</summary>
    public string? ProductCategory { get; set; }

    /// <summary>Such as <c>AddOn</c> and <c>Trial</c>.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? ProductQualifiers { get; set; }

    /// <summary>Why it is charged, such as <c>new</c>, <c>renew</c>, <c>cycleFee</c> and <c>cancel</c>; open.</summary>
    public string? ChargeType { get; set; }

    /// <summary>For one of the quantity, in the pricing currency.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>After adjustments, such as proration.</summary>
    public decimal? EffectiveUnitPrice { get; set; }

    /// <summary>What one of the quantity is.</summary>
    public string? UnitType { get; set; }

    /// <summary>Licences, instances or units.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What the price is multiplied by.</summary>
    public decimal? BillableQuantity { get; set; }

    /// <summary>Before tax, in the billing currency; negative for a credit.</summary>
    public decimal? Subtotal { get; set; }

    /// <summary>Tax.</summary>
    public decimal? TaxTotal { get; set; }

    /// <summary>With tax.</summary>
    [AlsoNamed("totalForCustomer")]
    public decimal? Total { get; set; }

    /// <summary>ISO code of the billing currency.</summary>
    public string? Currency { get; set; }

    /// <summary>ISO code of the price list.</summary>
    public string? PricingCurrency { get; set; }

    /// <summary>From the pricing to the billing currency.</summary>
    public decimal? PcToBCExchangeRate { get; set; }

    /// <summary>The day of that rate.</summary>
    public DateTimeOffset? PcToBCExchangeRateDate { get; set; }

    /// <summary>A JSON array of texts inside a text.</summary>
    public string? PriceAdjustmentDescription { get; set; }

    /// <summary>No longer filled.</summary>
    public string? DiscountDetails { get; set; }

    /// <summary>Who publishes the product.</summary>
    public string? PublisherName { get; set; }

    /// <summary>Id of that publisher.</summary>
    public string? PublisherId { get; set; }

    /// <summary>Name of the subscription.</summary>
    public string? SubscriptionDescription { get; set; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>When the term began.</summary>
    public DateTimeOffset? SubscriptionStartDate { get; set; }

    /// <summary>When the term ends.</summary>
    public DateTimeOffset? SubscriptionEndDate { get; set; }

    /// <summary>First day of what is charged.</summary>
    public DateTimeOffset? ChargeStartDate { get; set; }

    /// <summary>Last day of what is charged.</summary>
    public DateTimeOffset? ChargeEndDate { get; set; }

    /// <summary>In words.</summary>
    public string? TermAndBillingCycle { get; set; }

    /// <summary>In words.</summary>
    public string? BillingFrequency { get; set; }

    /// <summary>Short id of the order.</summary>
    public string? AlternateId { get; set; }

    /// <summary>Groups rows that belong together.</summary>
    public string? ReferenceId { get; set; }

    /// <summary>The quote, which is the short id of the order.</summary>
    public string? QuoteId { get; set; }

    /// <summary>Usage: what was metered.</summary>
    public string? MeterDescription { get; set; }

    /// <summary>The reservation.</summary>
    public string? ReservationOrderId { get; set; }

    /// <summary>Why a credit was given.</summary>
    public string? CreditReasonCode { get; set; }

    /// <summary>The promotion; empty when none.</summary>
    public string? PromotionId { get; set; }

    /// <summary>With tax, under the name that rows of the older interface have it.</summary>
    [JsonIgnore]
    public decimal? TotalForCustomer => Total;

    /// <summary>Quantity, SKU and amount in one line.</summary>
    public override string ToString() => $"{Quantity} x {SkuName ?? ProductName}: {Total} {Currency}";
}
