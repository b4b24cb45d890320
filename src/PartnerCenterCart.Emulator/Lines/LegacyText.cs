using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The three line types of the old order system.</summary>
internal static class LegacyText
{
    public static JObject Licence(Charge charge) => new()
    {
        ["partnerId"] = LineValue.PartnerId,
        ["customerId"] = charge.Customer.Id.ToUpperInvariant(),
        ["customerName"] = charge.Customer.CompanyName.ToUpperInvariant(),
        ["mpnId"] = int.Parse(LineValue.PartnerNetworkId, System.Globalization.CultureInfo.InvariantCulture),
        ["tier2MpnId"] = -1,
        ["orderId"] = charge.OrderId,
        ["subscriptionId"] = charge.SubscriptionId,
        ["syndicationPartnerSubscriptionNumber"] = charge.SubscriptionId,
        ["offerId"] = charge.OfferId,
        ["durableOfferId"] = charge.OfferId,
        ["offerName"] = charge.ProductName.ToUpperInvariant(),
        ["domainName"] = charge.Customer.Domain,
        ["billingCycleType"] = charge.BillingFrequency.ToUpperInvariant(),
        ["subscriptionName"] = charge.ProductName.ToUpperInvariant(),
        ["subscriptionDescription"] = charge.ProductName.ToUpperInvariant(),
        ["subscriptionStartDate"] = LineValue.LegacyDay(charge.SubscriptionStart ?? charge.ChargeStart),
        ["subscriptionEndDate"] = LineValue.LegacyDay(charge.SubscriptionEnd ?? charge.ChargeEnd),
        ["chargeStartDate"] = LineValue.LegacyDay(charge.ChargeStart),
        ["chargeEndDate"] = LineValue.LegacyDay(charge.ChargeEnd),
        ["chargeType"] = charge.ChargeType,
        ["unitPrice"] = LineValue.Number(charge.UnitPrice),
        ["quantity"] = LineValue.Number(charge.Quantity),
        // Before the discount; subtotal is after it (models.md LicenseBasedLineItem).
        ["amount"] = LineValue.Number(charge.UnitPrice * charge.Quantity),
        ["totalOtherDiscount"] = LineValue.Number((charge.UnitPrice * charge.Quantity) - charge.Subtotal),
        ["subtotal"] = LineValue.Number(charge.Subtotal),
        ["tax"] = LineValue.Number(charge.Tax),
        ["totalForCustomer"] = LineValue.Number(charge.Total),
        ["currency"] = charge.Currency,
        ["invoiceLineItemType"] = LineSets.BillingType,
        ["billingProvider"] = "office",
        ["attributes"] = new JObject { ["objectType"] = "LicenseBasedLineItem" },
    };

    public static JObject AzureCost(Charge charge)
    {
        JObject line = Azure(charge);
        line["detailLineItemId"] = 1;
        line["sku"] = charge.SkuId;
        line["includedQuantity"] = 0;
        line["overageQuantity"] = LineValue.Number(charge.Quantity);
        line["listPrice"] = LineValue.Number(charge.UnitPrice);
        line["currency"] = charge.Currency;
        line["pretaxCharges"] = LineValue.Number(charge.Subtotal);
        line["taxAmount"] = LineValue.Number(charge.Tax);
        line["postTaxTotal"] = LineValue.Number(charge.Total);
        line["pretaxEffectiveRate"] = LineValue.Number(charge.EffectiveUnitPrice);
        line["postTaxEffectiveRate"] = LineValue.Number(charge.EffectiveUnitPrice);
        line["chargeType"] = "ASSESS USAGE FEE FOR CURRENT CYCLE";
        line["invoiceLineItemType"] = LineSets.BillingType;
        line["billingProvider"] = "azure";
        line["attributes"] = new JObject { ["objectType"] = "UsageBasedLineItem" };
        return line;
    }

    public static JObject AzureUsage(Charge charge)
    {
        JObject line = Azure(charge);
        line.AddFirst(new JProperty("invoiceLineItemType", LineSets.UsageType));
        line.AddFirst(new JProperty("usageDate", LineValue.LegacyDay(charge.UsageDate)));
        line.AddFirst(new JProperty("customerBillableAccount", "1439508127"));
        line["billingProvider"] = "azure";
        line["attributes"] = new JObject { ["objectType"] = "DailyUsageLineItem" };
        return line;
    }

    private static JObject Azure(Charge charge) => new()
    {
        ["partnerId"] = LineValue.PartnerId.ToUpperInvariant(),
        ["partnerName"] = LineValue.PartnerName.ToUpperInvariant(),
        ["partnerBillableAccountId"] = "1010578050",
        ["customerId"] = charge.Customer.Id.ToUpperInvariant(),
        ["domainName"] = charge.Customer.Domain,
        ["customerCompanyName"] = charge.Customer.CompanyName.ToUpperInvariant(),
        ["mpnId"] = int.Parse(LineValue.PartnerNetworkId, System.Globalization.CultureInfo.InvariantCulture),
        ["tier2MpnId"] = -1,
        ["invoiceNumber"] = charge.InvoiceNumber,
        ["subscriptionId"] = charge.SubscriptionId,
        ["subscriptionName"] = "MICROSOFT AZURE",
        ["subscriptionDescription"] = "MICROSOFT AZURE",
        ["billingCycleType"] = "MONTHLY",
        ["orderId"] = charge.OrderId,
        ["serviceName"] = charge.Meter.Category.ToUpperInvariant(),
        ["serviceType"] = charge.Meter.SubCategory.ToUpperInvariant(),
        ["resourceGuid"] = charge.Meter.Id.ToUpperInvariant(),
        ["resourceName"] = charge.Meter.Name.ToUpperInvariant(),
        ["region"] = charge.Meter.Region.ToUpperInvariant(),
        ["consumedQuantity"] = LineValue.Number(charge.Quantity),
        ["chargeStartDate"] = LineValue.LegacyDay(charge.ChargeStart),
        ["chargeEndDate"] = LineValue.LegacyDay(charge.ChargeEnd),
        ["unit"] = charge.Meter.Unit.ToUpperInvariant(),
    };
}
