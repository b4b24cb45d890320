using System;

namespace PartnerCenterCart;

/// <summary>
/// What was used on one day, as Microsoft Graph exports it. Columns have their published names; where the older interface has the
/// same column under another name, that one is understood too.
/// </summary>
public sealed class ReconciliationUsageLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Company name of the partner.</summary>
    public string? PartnerName { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Domain of the customer.</summary>
    public string? CustomerDomainName { get; set; }

    /// <summary>Two letters.</summary>
    public string? CustomerCountry { get; set; }

    /// <summary>Partner id.</summary>
    public string? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; 0 or empty is none.</summary>
    [AlsoNamed("resellerMpnId")]
    public string? Tier2MpnId { get; set; }

    /// <summary>The invoice; empty while unbilled.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU.</summary>
    public string? SkuId { get; set; }

    /// <summary>The availability.</summary>
    public string? AvailabilityId { get; set; }

    /// <summary>Name of the SKU.</summary>
    public string? SkuName { get; set; }

    /// <summary>Name of the product.</summary>
    public string? ProductName { get; set; }

    /// <summary>Who publishes it.</summary>
    public string? PublisherName { get; set; }

    /// <summary>Id of that publisher.</summary>
    public string? PublisherId { get; set; }

    /// <summary>Name of the subscription.</summary>
    public string? SubscriptionDescription { get; set; }

    /// <summary>The Azure plan.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>First day of the period.</summary>
    public DateTimeOffset? ChargeStartDate { get; set; }

    /// <summary>Last day of the period.</summary>
    public DateTimeOffset? ChargeEndDate { get; set; }

    /// <summary>The day of the usage.</summary>
    public DateTimeOffset? UsageDate { get; set; }

    /// <summary>Kind of the meter.</summary>
    public string? MeterType { get; set; }

    /// <summary>Top of the meter's classification.</summary>
    public string? MeterCategory { get; set; }

    /// <summary>The meter.</summary>
    public string? MeterId { get; set; }

    /// <summary>Second step of the classification.</summary>
    public string? MeterSubCategory { get; set; }

    /// <summary>Name of the meter.</summary>
    public string? MeterName { get; set; }

    /// <summary>Where the meter counts.</summary>
    public string? MeterRegion { get; set; }

    /// <summary>What the meter counts in.</summary>
    [AlsoNamed("unitOfMeasure")]
    public string? Unit { get; set; }

    /// <summary>Where the resource is.</summary>
    public string? ResourceLocation { get; set; }

    /// <summary>The service of Azure.</summary>
    public string? ConsumedService { get; set; }

    /// <summary>The resource group.</summary>
    public string? ResourceGroup { get; set; }

    /// <summary>The resource.</summary>
    public string? ResourceUri { get; set; }

    /// <summary>Such as <c>new</c>; open.</summary>
    public string? ChargeType { get; set; }

    /// <summary>For one of the quantity, in the pricing currency.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>How much was used; many digits.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What one of the quantity is.</summary>
    public string? UnitType { get; set; }

    /// <summary>Before tax, in the billing currency.</summary>
    public decimal? BillingPreTaxTotal { get; set; }

    /// <summary>ISO code.</summary>
    public string? BillingCurrency { get; set; }

    /// <summary>Before tax, in the pricing currency.</summary>
    public decimal? PricingPreTaxTotal { get; set; }

    /// <summary>ISO code.</summary>
    public string? PricingCurrency { get; set; }

    /// <summary>Further words of the service.</summary>
    public string? ServiceInfo1 { get; set; }

    /// <summary>Further words of the service.</summary>
    public string? ServiceInfo2 { get; set; }

    /// <summary>Tags of the resource; JSON inside the text is possible.</summary>
    public string? Tags { get; set; }

    /// <summary>JSON inside the text is possible.</summary>
    public string? AdditionalInfo { get; set; }

    /// <summary>After credits and discounts.</summary>
    public decimal? EffectiveUnitPrice { get; set; }

    /// <summary>From the pricing to the billing currency.</summary>
    public decimal? PcToBCExchangeRate { get; set; }

    /// <summary>The day of that rate.</summary>
    public DateTimeOffset? PcToBCExchangeRateDate { get; set; }

    /// <summary>The Azure subscription.</summary>
    public string? EntitlementId { get; set; }

    /// <summary>Its name.</summary>
    public string? EntitlementDescription { get; set; }

    /// <summary>15 or 0.15 is 15 percent.</summary>
    [AlsoNamed("rateOfPartnerEarnedCredit")]
    public decimal? PartnerEarnedCreditPercentage { get; set; }

    /// <summary>100 or 1 is credited in full.</summary>
    [AlsoNamed("rateOfCredit")]
    public decimal? CreditPercentage { get; set; }

    /// <summary>Such as <c>Partner Earned Credit Applied</c>.</summary>
    public string? CreditType { get; set; }

    /// <summary>Order of the benefit.</summary>
    public string? BenefitOrderId { get; set; }

    /// <summary>The benefit.</summary>
    public string? BenefitId { get; set; }

    /// <summary><c>Charge</c>, <c>SavingsPlan</c>, ...; open.</summary>
    public string? BenefitType { get; set; }

    /// <summary>Quantity, meter and amount in one line.</summary>
    public override string ToString() => $"{Quantity} {Unit} {MeterName}: {BillingPreTaxTotal} {BillingCurrency}";
}
