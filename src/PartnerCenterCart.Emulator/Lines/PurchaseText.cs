using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>OneTimeInvoiceLineItem, and the row of reconciliation v2 that says the same.</summary>
internal static class PurchaseText
{
    // The published answer leaves the choice of the basic set for licences open; these are the ones that its usage set has, or their counterparts.
    private static readonly HashSet<string> NotBasic = new(StringComparer.Ordinal)
    {
        "CustomerDomainName", "CustomerCountry", "MpnId", "Tier2MpnId", "AvailabilityId", "ProductName", "PublisherId", "SubscriptionDescription",
        "AlternateId", "MeterDescription", "ReservationOrderId", "ReferenceId", "ProductQualifiers", "ProductCategory", "CreditReasonCode",
    };

    public static JObject V1(Charge charge, bool all)
    {
        bool billed = charge.InvoiceNumber.Length > 0;
        var line = new JObject
        {
            ["partnerId"] = LineValue.PartnerId,
            ["customerId"] = charge.Customer.Id,
            ["customerName"] = charge.Customer.CompanyName,
            ["customerDomainName"] = charge.Customer.Domain,
            ["customerCountry"] = charge.Customer.Country,
            ["invoiceNumber"] = charge.InvoiceNumber,
            ["mpnId"] = LineValue.PartnerNetworkId,
            ["resellerMpnId"] = charge.ResellerId,
            ["orderId"] = charge.OrderId,
            ["orderDate"] = Timestamp.Text(charge.OrderDate),
            ["productId"] = charge.ProductId,
            ["skuId"] = charge.SkuId,
            ["availabilityId"] = charge.AvailabilityId,
            ["productName"] = charge.ProductName,
            ["skuName"] = charge.SkuName,
            ["productQualifiers"] = new JArray(charge.Qualifiers),
            ["chargeType"] = charge.ChargeType,
            ["unitPrice"] = LineValue.Number(charge.UnitPrice),
            ["effectiveUnitPrice"] = LineValue.Number(charge.EffectiveUnitPrice),
            ["unitType"] = charge.UnitType,
            ["quantity"] = LineValue.Number(charge.Quantity),
            ["subtotal"] = LineValue.Number(charge.Subtotal),
            // Nothing is taxed before the invoice: the published unbilled pages have zeros here.
            ["taxTotal"] = LineValue.Number(billed ? charge.Tax : 0),
            ["totalForCustomer"] = LineValue.Number(billed ? charge.Total : 0),
            ["currency"] = charge.Currency,
            ["publisherName"] = charge.PublisherName,
            ["publisherId"] = string.Empty,
            ["subscriptionDescription"] = charge.SubscriptionName,
            ["subscriptionId"] = charge.SubscriptionId,
            ["subscriptionStartDate"] = Date(charge.SubscriptionStart),
            ["subscriptionEndDate"] = Date(charge.SubscriptionEnd),
            ["chargeStartDate"] = LineValue.Day(charge.ChargeStart),
            ["chargeEndDate"] = LineValue.Day(charge.ChargeEnd),
            ["termAndBillingCycle"] = charge.TermAndCycle,
            ["alternateId"] = charge.OrderId,
            ["referenceId"] = charge.ReferenceId,
            ["priceAdjustmentDescription"] = charge.PriceAdjustments,
            ["discountDetails"] = string.Empty,
            ["pricingCurrency"] = PricingCurrency(charge),
            ["pcToBCExchangeRate"] = LineValue.Number(charge.ExchangeRate),
            ["pcToBCExchangeRateDate"] = LineValue.MonthStart(charge.ChargeStart),
            ["billableQuantity"] = LineValue.Number(charge.Quantity),
            ["meterDescription"] = charge.Meter.Name,
            ["billingFrequency"] = charge.BillingFrequency,
            ["reservationOrderId"] = charge.ReservationOrderId,
            ["invoiceLineItemType"] = LineSets.BillingType,
            ["billingProvider"] = "one_time",
            ["promotionId"] = charge.PromotionId,
            ["creditReasonCode"] = charge.CreditReason,
        };
        if (all)
        {
            line["PartnerName"] = LineValue.PartnerName;
            line["UsageDate"] = LineValue.Day(charge.ChargeStart);
            line["MeterType"] = charge.Meter.Unit;
            line["MeterCategory"] = charge.Meter.Category;
            line["MeterId"] = charge.Meter.Id;
            line["MeterSubCategory"] = charge.Meter.SubCategory;
            line["MeterName"] = charge.Meter.Name;
            line["MeterRegion"] = charge.Meter.Region;
            line["UnitOfMeasure"] = charge.Meter.Unit;
            line["providerSource"] = "All";
            line["RateOfPartnerEarnedCredit"] = LineValue.Number(charge.PartnerCredit);
            line["IsPartnerEarnedCreditApplied"] = charge.PartnerCredit > 0;
        }

        line["attributes"] = new JObject { ["objectType"] = "OneTimeInvoiceLineItem" };
        return line;
    }

    public static JObject V2(Charge charge, bool full)
    {
        bool billed = charge.InvoiceNumber.Length > 0;
        var row = new JObject
        {
            ["PartnerId"] = LineValue.PartnerId,
            ["CustomerId"] = charge.Customer.Id,
            ["CustomerName"] = charge.Customer.CompanyName,
            ["CustomerDomainName"] = charge.Customer.Domain,
            ["CustomerCountry"] = charge.Customer.Country,
            ["InvoiceNumber"] = charge.InvoiceNumber,
            ["MpnId"] = LineValue.PartnerNetworkId,
            ["Tier2MpnId"] = charge.ResellerId,
            ["OrderId"] = charge.OrderId,
            ["OrderDate"] = Timestamp.Text(charge.OrderDate),
            ["ProductId"] = charge.ProductId,
            ["SkuId"] = charge.SkuId,
            ["AvailabilityId"] = charge.AvailabilityId,
            ["SkuName"] = charge.SkuName,
            ["ProductName"] = charge.ProductName,
            ["ChargeType"] = charge.ChargeType,
            ["UnitPrice"] = LineValue.Number(charge.UnitPrice),
            ["Quantity"] = LineValue.Number(charge.Quantity),
            ["Subtotal"] = LineValue.Number(charge.Subtotal),
            ["TaxTotal"] = LineValue.Number(billed ? charge.Tax : 0),
            ["Total"] = LineValue.Number(billed ? charge.Total : 0),
            ["Currency"] = charge.Currency,
            ["PriceAdjustmentDescription"] = charge.PriceAdjustments,
            ["PublisherName"] = charge.PublisherName,
            ["PublisherId"] = string.Empty,
            ["SubscriptionDescription"] = charge.SubscriptionName,
            ["SubscriptionId"] = charge.SubscriptionId,
            ["ChargeStartDate"] = LineValue.Day(charge.ChargeStart),
            ["ChargeEndDate"] = LineValue.Day(charge.ChargeEnd),
            ["TermAndBillingCycle"] = charge.TermAndCycle,
            ["EffectiveUnitPrice"] = LineValue.Number(charge.EffectiveUnitPrice),
            ["UnitType"] = charge.UnitType,
            ["AlternateId"] = charge.OrderId,
            ["BillableQuantity"] = LineValue.Number(charge.Quantity),
            ["BillingFrequency"] = charge.BillingFrequency,
            ["PricingCurrency"] = PricingCurrency(charge),
            ["PCToBCExchangeRate"] = LineValue.Number(charge.ExchangeRate),
            ["PCToBCExchangeRateDate"] = LineValue.MonthStart(charge.ChargeStart),
            ["MeterDescription"] = charge.Meter.Name,
            ["ReservationOrderId"] = charge.ReservationOrderId,
            ["CreditReasonCode"] = charge.CreditReason,
            ["SubscriptionStartDate"] = Date(charge.SubscriptionStart),
            ["SubscriptionEndDate"] = Date(charge.SubscriptionEnd),
            ["ReferenceId"] = charge.ReferenceId,
            ["ProductQualifiers"] = string.Join(",", charge.Qualifiers),
            ["PromotionId"] = charge.PromotionId,
            ["ProductCategory"] = charge.Kind == LineKind.Purchase && charge.Meter != Meter.None ? "Azure" : "License-Based",
        };
        return full ? row : new JObject(row.Properties().Where(column => !NotBasic.Contains(column.Name)));
    }

    private static string PricingCurrency(Charge charge) => charge.PricingCurrency.Length > 0 ? charge.PricingCurrency : charge.Currency;

    private static JToken Date(DateTimeOffset? day) => day is null ? JValue.CreateNull() : LineValue.Day(day);
}
