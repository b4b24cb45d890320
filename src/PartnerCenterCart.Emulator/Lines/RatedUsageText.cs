using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>DailyRatedUsageLineItem, and the row of usage v2 that says the same.</summary>
internal static class RatedUsageText
{
    // The columns that the published table of attribute sets gives to the full set alone.
    private static readonly HashSet<string> NotBasic = new(StringComparer.Ordinal)
    {
        "AvailabilityId", "BenefitID", "ConsumedService", "CustomerCountry", "CustomerDomainName", "EntitlementDescription", "MeterCategory", "MeterId",
        "MeterName", "MeterRegion", "MeterSubCategory", "MeterType", "MpnId", "PartnerEarnedCreditPercentage", "ProductName", "PublisherId", "ResourceGroup",
        "ResourceLocation", "ServiceInfo1", "ServiceInfo2", "SubscriptionDescription", "Tags", "Tier2MpnId", "Unit", "PCToBCExchangeRateDate",
    };

    public static JObject V1(Charge charge) => new()
    {
        ["partnerId"] = LineValue.PartnerId,
        ["partnerName"] = LineValue.PartnerName,
        ["customerId"] = charge.Customer.Id,
        ["customerName"] = charge.Customer.CompanyName,
        ["customerDomainName"] = charge.Customer.Domain,
        ["invoiceNumber"] = charge.InvoiceNumber,
        ["productId"] = charge.ProductId,
        ["skuId"] = charge.SkuId,
        ["availabilityId"] = charge.AvailabilityId,
        ["skuName"] = charge.SkuName,
        ["productName"] = charge.ProductName,
        ["publisherName"] = charge.PublisherName,
        ["publisherId"] = string.Empty,
        ["subscriptionId"] = charge.SubscriptionId,
        ["subscriptionDescription"] = charge.SubscriptionName,
        ["chargeStartDate"] = LineValue.Day(charge.ChargeStart),
        ["chargeEndDate"] = LineValue.Day(charge.ChargeEnd),
        ["usageDate"] = LineValue.Day(charge.UsageDate),
        ["meterType"] = charge.Meter.Unit + " " + charge.Meter.Category,
        ["meterCategory"] = charge.Meter.Category,
        ["meterId"] = charge.Meter.Id,
        ["meterSubCategory"] = charge.Meter.SubCategory,
        ["meterName"] = charge.Meter.Name,
        ["meterRegion"] = charge.Meter.Region,
        ["unitOfMeasure"] = charge.Meter.Unit,
        ["resourceLocation"] = "EASTUS",
        ["consumedService"] = charge.Meter.Service,
        ["resourceGroup"] = "rg-main",
        ["resourceUri"] = Resource(charge),
        ["tags"] = string.Empty,
        ["additionalInfo"] = "{\"ServiceType\":\"" + charge.Meter.Name + "\",\"UsageType\":\"" + charge.Meter.Category + "\"}",
        ["serviceInfo1"] = string.Empty,
        ["serviceInfo2"] = string.Empty,
        ["customerCountry"] = charge.Customer.Country,
        ["mpnId"] = LineValue.PartnerNetworkId,
        ["resellerMpnId"] = charge.ResellerId,
        ["chargeType"] = charge.ChargeType,
        ["unitPrice"] = LineValue.Number(charge.UnitPrice),
        ["quantity"] = LineValue.Number(charge.Quantity),
        ["unitType"] = charge.Meter.Unit,
        ["billingPreTaxTotal"] = LineValue.Number(charge.BillingTotal),
        ["billingCurrency"] = charge.Currency,
        ["pricingPreTaxTotal"] = LineValue.Number(charge.PricingTotal),
        ["pricingCurrency"] = charge.PricingCurrency,
        ["entitlementId"] = charge.EntitlementId,
        ["entitlementDescription"] = "Partner Subscription",
        ["pcToBCExchangeRate"] = LineValue.Number(charge.ExchangeRate),
        ["pcToBCExchangeRateDate"] = LineValue.MonthStart(charge.UsageDate) + "Z",
        ["effectiveUnitPrice"] = LineValue.Number(charge.EffectiveUnitPrice),
        ["rateOfPartnerEarnedCredit"] = LineValue.Number(charge.PartnerCredit),
        ["rateOfCredit"] = 0,
        ["hasPartnerEarnedCredit"] = charge.PartnerCredit > 0,
        ["creditType"] = CreditType(charge),
        ["invoiceLineItemType"] = LineSets.UsageType,
        // Asked for as onetime, answered as marketplace (behaviours.md section 13).
        ["billingProvider"] = "marketplace",
        ["benefitOrderId"] = string.Empty,
        ["benefitId"] = string.Empty,
        ["benefitType"] = "Charge",
        ["attributes"] = new JObject { ["objectType"] = "DailyRatedUsageLineItem" },
    };

    public static JObject V2(Charge charge, bool full)
    {
        var row = new JObject
        {
            ["PartnerId"] = LineValue.PartnerId,
            ["PartnerName"] = LineValue.PartnerName,
            ["CustomerId"] = charge.Customer.Id,
            ["CustomerName"] = charge.Customer.CompanyName,
            ["CustomerDomainName"] = charge.Customer.Domain,
            ["CustomerCountry"] = charge.Customer.Country,
            ["MpnId"] = LineValue.PartnerNetworkId,
            ["Tier2MpnId"] = charge.ResellerId,
            ["InvoiceNumber"] = charge.InvoiceNumber,
            ["ProductId"] = charge.ProductId,
            ["SkuId"] = charge.SkuId,
            ["AvailabilityId"] = charge.AvailabilityId,
            ["SkuName"] = charge.SkuName,
            ["ProductName"] = charge.ProductName,
            ["PublisherName"] = charge.PublisherName,
            ["PublisherId"] = string.Empty,
            ["SubscriptionDescription"] = charge.SubscriptionName,
            ["SubscriptionId"] = charge.SubscriptionId,
            ["ChargeStartDate"] = LineValue.Day(charge.ChargeStart),
            ["ChargeEndDate"] = LineValue.Day(charge.ChargeEnd),
            ["UsageDate"] = LineValue.Day(charge.UsageDate),
            ["MeterType"] = charge.Meter.Unit + " " + charge.Meter.Category,
            ["MeterCategory"] = charge.Meter.Category,
            ["MeterId"] = charge.Meter.Id,
            ["MeterSubCategory"] = charge.Meter.SubCategory,
            ["MeterName"] = charge.Meter.Name,
            ["MeterRegion"] = charge.Meter.Region,
            ["Unit"] = charge.Meter.Unit,
            ["ResourceLocation"] = "EASTUS",
            ["ConsumedService"] = charge.Meter.Service,
            ["ResourceGroup"] = "rg-main",
            ["ResourceURI"] = Resource(charge),
            ["ChargeType"] = charge.ChargeType,
            ["UnitPrice"] = LineValue.Number(charge.UnitPrice),
            ["Quantity"] = LineValue.Number(charge.Quantity),
            ["UnitType"] = charge.Meter.Unit,
            ["BillingPreTaxTotal"] = LineValue.Number(charge.BillingTotal),
            ["BillingCurrency"] = charge.Currency,
            ["PricingPreTaxTotal"] = LineValue.Number(charge.PricingTotal),
            ["PricingCurrency"] = charge.PricingCurrency,
            ["ServiceInfo1"] = string.Empty,
            ["ServiceInfo2"] = string.Empty,
            ["Tags"] = string.Empty,
            ["AdditionalInfo"] = "{\"ServiceType\":\"" + charge.Meter.Name + "\",\"UsageType\":\"" + charge.Meter.Category + "\"}",
            ["EffectiveUnitPrice"] = LineValue.Number(charge.EffectiveUnitPrice),
            ["PCToBCExchangeRate"] = LineValue.Number(charge.ExchangeRate),
            ["PCToBCExchangeRateDate"] = LineValue.MonthStart(charge.UsageDate),
            ["EntitlementId"] = charge.EntitlementId,
            ["EntitlementDescription"] = "Partner Subscription",
            ["PartnerEarnedCreditPercentage"] = LineValue.Number(charge.PartnerCredit * 100),
            ["CreditPercentage"] = LineValue.Number(charge.PartnerCredit * 100),
            ["CreditType"] = CreditType(charge),
            ["BenefitOrderID"] = string.Empty,
            ["BenefitID"] = string.Empty,
            ["BenefitType"] = "Charge",
        };
        return full ? row : new JObject(row.Properties().Where(column => !NotBasic.Contains(column.Name)));
    }

    private static string Resource(Charge charge) =>
        "/subscriptions/" + charge.EntitlementId + "/resourceGroups/rg-main/providers/" + charge.Meter.Service + "/" + charge.Meter.ResourceType + "/main-" + charge.ReferenceId;

    private static string CreditType(Charge charge) => charge.PartnerCredit > 0 ? "Partner Earned Credit Applied" : "Credit Not Applied";
}
