using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A charge of new commerce: licences, reservations, software, marketplace, the sum of a usage.</summary>
public sealed class OneTimeInvoiceLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Tenant id of the customer; some have <c>org:</c> in front.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Domain of the customer.</summary>
    public string? CustomerDomainName { get; set; }

    /// <summary>ISO code of the country.</summary>
    public string? CustomerCountry { get; set; }

    /// <summary>The invoice; empty while unbilled.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>Partner id.</summary>
    public string? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; 0 or empty is none.</summary>
    public string? ResellerMpnId { get; set; }

    /// <summary>The order.</summary>
    public string? OrderId { get; set; }

    /// <summary>The short id of the order.</summary>
    public string? AlternateId { get; set; }

    /// <summary>The quote or order that it refers to.</summary>
    public string? ReferenceId { get; set; }

    /// <summary>The quote.</summary>
    public string? QuoteId { get; set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset? OrderDate { get; set; }

    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU, with leading zeros.</summary>
    public string? SkuId { get; set; }

    /// <summary>The availability.</summary>
    public string? AvailabilityId { get; set; }

    /// <summary>Title of the product.</summary>
    public string? ProductName { get; set; }

    /// <summary>Title of the SKU.</summary>
    public string? SkuName { get; set; }

    /// <summary>Such as <c>AddOn</c> and <c>Trial</c>.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? ProductQualifiers { get; set; }

    /// <summary>Why it is charged: a purchase reads <c>New</c>, a refund <c>Cancel</c>; in any case.</summary>
    public string? ChargeType { get; set; }

    /// <summary>For one, as the price list has it.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>For one, with discounts and the part of the period.</summary>
    public decimal? EffectiveUnitPrice { get; set; }

    /// <summary>Before tax.</summary>
    public decimal? Subtotal { get; set; }

    /// <summary>Tax.</summary>
    public decimal? TaxTotal { get; set; }

    /// <summary>With tax.</summary>
    public decimal? TotalForCustomer { get; set; }

    /// <summary>How many.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What one is.</summary>
    public string? UnitType { get; set; }

    /// <summary>ISO code of the charge.</summary>
    public string? Currency { get; set; }

    /// <summary>ISO code of the price list.</summary>
    public string? PricingCurrency { get; set; }

    /// <summary>Who publishes the product.</summary>
    public string? PublisherName { get; set; }

    /// <summary>Id of the publisher.</summary>
    public string? PublisherId { get; set; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Its name.</summary>
    public string? SubscriptionDescription { get; set; }

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

    /// <summary>A JSON array of texts inside a text.</summary>
    public string? PriceAdjustmentDescription { get; set; }

    /// <summary>No longer filled.</summary>
    public string? DiscountDetails { get; set; }

    /// <summary>From the pricing to the billing currency.</summary>
    public decimal? PcToBCExchangeRate { get; set; }

    /// <summary>The day of that rate.</summary>
    public DateTimeOffset? PcToBCExchangeRateDate { get; set; }

    /// <summary>What the price is multiplied by.</summary>
    public decimal? BillableQuantity { get; set; }

    /// <summary>Usage: what was metered.</summary>
    public string? MeterDescription { get; set; }

    /// <summary>The reservation.</summary>
    public string? ReservationOrderId { get; set; }

    /// <summary>The promotion; empty when none.</summary>
    public string? PromotionId { get; set; }

    /// <summary>Why a credit was given.</summary>
    public string? CreditReasonCode { get; set; }

    /// <summary>Who provides it, seen in few answers.</summary>
    public string? ProviderName { get; set; }

    /// <summary>Id of that provider.</summary>
    public string? ProviderId { get; set; }

    /// <summary>Where the row was made.</summary>
    public string? ProviderSource { get; set; }

    /// <summary>Estimates of all providers: company name of the partner.</summary>
    public string? PartnerName { get; set; }

    /// <summary>Estimates of all providers: the day.</summary>
    public DateTimeOffset? UsageDate { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterType { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterCategory { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterId { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterSubCategory { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterName { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? MeterRegion { get; set; }

    /// <summary>Estimates of all providers.</summary>
    public string? UnitOfMeasure { get; set; }

    /// <summary>0.15 is 15 percent.</summary>
    public decimal? RateOfPartnerEarnedCredit { get; set; }

    /// <summary>Whether that credit was given.</summary>
    public bool? IsPartnerEarnedCreditApplied { get; set; }

    /// <summary>Quantity, SKU and amount in one line.</summary>
    public override string ToString() => $"{Quantity} x {SkuName ?? ProductName}: {TotalForCustomer} {Currency}";
}
