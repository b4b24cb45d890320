using System;

namespace PartnerCenterCart;

/// <summary>What was used of an Azure plan or of the marketplace on one day, with its price.</summary>
public sealed class DailyRatedUsageLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Company name of the partner.</summary>
    public string? PartnerName { get; set; }

    /// <summary>Tenant id of the customer; often empty.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name; often empty.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Domain of the customer; often empty.</summary>
    public string? CustomerDomainName { get; set; }

    /// <summary>ISO code of the country; often empty.</summary>
    public string? CustomerCountry { get; set; }

    /// <summary>The invoice; empty while unbilled.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>Partner id.</summary>
    public string? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; empty is none.</summary>
    public string? ResellerMpnId { get; set; }

    /// <summary>The product; often empty.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU; often empty.</summary>
    public string? SkuId { get; set; }

    /// <summary>The availability; often empty.</summary>
    public string? AvailabilityId { get; set; }

    /// <summary>Title of the product.</summary>
    public string? ProductName { get; set; }

    /// <summary>Title of the SKU.</summary>
    public string? SkuName { get; set; }

    /// <summary>Who publishes the product.</summary>
    public string? PublisherName { get; set; }

    /// <summary>Id of the publisher.</summary>
    public string? PublisherId { get; set; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Its name.</summary>
    public string? SubscriptionDescription { get; set; }

    /// <summary>The Azure subscription.</summary>
    public string? EntitlementId { get; set; }

    /// <summary>Name of the Azure subscription.</summary>
    public string? EntitlementDescription { get; set; }

    /// <summary>First day of the period.</summary>
    public DateTimeOffset? ChargeStartDate { get; set; }

    /// <summary>Last day of the period.</summary>
    public DateTimeOffset? ChargeEndDate { get; set; }

    /// <summary>The day.</summary>
    public DateTimeOffset? UsageDate { get; set; }

    /// <summary>The kind of the meter.</summary>
    public string? MeterType { get; set; }

    /// <summary>Its service.</summary>
    public string? MeterCategory { get; set; }

    /// <summary>Its id.</summary>
    public string? MeterId { get; set; }

    /// <summary>Its kind within the service.</summary>
    public string? MeterSubCategory { get; set; }

    /// <summary>Its name.</summary>
    public string? MeterName { get; set; }

    /// <summary>Its region.</summary>
    public string? MeterRegion { get; set; }

    /// <summary>What one of the quantity is.</summary>
    public string? UnitOfMeasure { get; set; }

    /// <summary>Where the resource is.</summary>
    public string? ResourceLocation { get; set; }

    /// <summary>The Azure resource provider.</summary>
    public string? ConsumedService { get; set; }

    /// <summary>Its resource group.</summary>
    public string? ResourceGroup { get; set; }

    /// <summary>Its Azure id.</summary>
    public string? ResourceUri { get; set; }

    /// <summary>Its tags; JSON inside a text possible.</summary>
    public string? Tags { get; set; }

    /// <summary>JSON inside a text possible.</summary>
    public string? AdditionalInfo { get; set; }

    /// <summary>Words of the service.</summary>
    public string? ServiceInfo1 { get; set; }

    /// <summary>Words of the service.</summary>
    public string? ServiceInfo2 { get; set; }

    /// <summary>Why it is charged.</summary>
    public string? ChargeType { get; set; }

    /// <summary>For one, with many digits.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>For one, with credits.</summary>
    public decimal? EffectiveUnitPrice { get; set; }

    /// <summary>How much was used.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What one is.</summary>
    public string? UnitType { get; set; }

    /// <summary>Before tax, in the billing currency.</summary>
    public decimal? BillingPreTaxTotal { get; set; }

    /// <summary>ISO code.</summary>
    public string? BillingCurrency { get; set; }

    /// <summary>Before tax, in the pricing currency.</summary>
    public decimal? PricingPreTaxTotal { get; set; }

    /// <summary>ISO code.</summary>
    public string? PricingCurrency { get; set; }

    /// <summary>From the pricing to the billing currency.</summary>
    public decimal? PcToBCExchangeRate { get; set; }

    /// <summary>The day of that rate.</summary>
    public DateTimeOffset? PcToBCExchangeRateDate { get; set; }

    /// <summary>0.15 is 15 percent.</summary>
    public decimal? RateOfPartnerEarnedCredit { get; set; }

    /// <summary>1 is fully credited.</summary>
    public decimal? RateOfCredit { get; set; }

    /// <summary>Often missing.</summary>
    public bool? HasPartnerEarnedCredit { get; set; }

    /// <summary>Such as <c>Credit Not Applied</c>, <c>Azure Credit Applied</c>, <c>Partner Earned Credit Applied</c>.</summary>
    public string? CreditType { get; set; }

    /// <summary>The order of the benefit.</summary>
    public string? BenefitOrderId { get; set; }

    /// <summary>The benefit, such as a savings plan.</summary>
    public string? BenefitId { get; set; }

    /// <summary>Such as <c>Charge</c> and <c>SavingsPlan</c>.</summary>
    public string? BenefitType { get; set; }

    /// <summary>Quantity, meter and amount in one line.</summary>
    public override string ToString() => $"{Quantity} x {MeterName}: {BillingPreTaxTotal} {BillingCurrency}";
}
