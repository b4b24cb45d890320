using System.Collections.Generic;
using Newtonsoft.Json.Linq;
using static PartnerCenterCart.Emulation.MadeProduct;

namespace PartnerCenterCart.Emulation;

/// <summary>Third-party SaaS of invented publishers, and one offer made for this partner.</summary>
internal static class MadeMarketplace
{
    private static readonly string[] Views = [TargetView.Azure, TargetView.MarketplaceSaaS];

    public static IEnumerable<CatalogProduct> All()
    {
        yield return SaaS("801", "Quillmoss Mailbox Keeper", "Quillmoss Software", Plan("0001", "Mailbox Keeper Starter", 2), Plan("0002", "Mailbox Keeper Business", 3.5m), Plan("0003", "Mailbox Keeper Business, three years", 3, ThreeYears(3)), FreeTrial("0004", "Mailbox Keeper Business"));
        yield return SaaS("802", "Farrowbyte Log Lens", "Farrowbyte Labs", Metered("0001", "Log Lens, metered"), Plan("0002", "Log Lens, flat fee", 290));
        yield return SaaS("803", "Oststern Rechnungslauf", "Oststern Logik", Plan("0001", "Rechnungslauf Basis", 29), Plan("0002", "Rechnungslauf Plus", 59)).SoldIn("DE");
        yield return SaaS("804", "Brindlewick Contract Desk", "Brindlewick Systems", Plan("0001", "Contract Desk Team", 12), Plan("0002", "Contract Desk Firm", 21));
        yield return SaaS("805", "Marlowen Data Shelf", "Marlowen Data", Plan("0001", "Data Shelf 1 TB", 80, ThreeYears(80)), Plan("0002", "Data Shelf 10 TB", 610, ThreeYears(610)));
        yield return SaaS("806", "Tidepool Orchard Helpdesk", "Tidepool Orchard", Plan("0001", "Helpdesk agent", 19), FreeTrial("0002", "Helpdesk agent"));
        yield return SaaS("807", "Harbourlamp Print Relay", "Harbourlamp", Plan("0001", "Print Relay site", 45)).SoldIn("GB");
        yield return SaaS("808", "Pennyfold Metrics", "Pennyfold", Plan("0001", "Metrics seat", 7), Metered("0002", "Metrics, metered"));
        yield return Of(ItemFamily.MarketplaceSaaS, "DZH318Z1X901", "Quillmoss partner bundle", "Quillmoss Software", [TargetView.SpecializedOffers], Plan("0001", "Partner bundle", 4) with
        {
            SpecializedOfferProperties = new JObject
            {
                ["startDate"] = "2023-01-01T00:00:00Z",
                ["endDate"] = "9999-01-01T00:00:00Z",
                ["pricingPolicies"] = new JArray(new JObject { ["policyType"] = "PercentDiscount", ["value"] = "0.2" }),
            },
        }) with { ProductType = new CatalogItemType { Id = "Azure", SubType = "SpecializedOffers" } };
    }

    private static CatalogProduct SaaS(string number, string title, string publisher, params CatalogSku[] skus) =>
        Of(ItemFamily.MarketplaceSaaS, "DZH318Z1M" + number, title, publisher, Views, skus);

    private static CatalogSku Plan(string id, string title, decimal price, CatalogTerm[]? more = null) =>
        ThirdParty(Sku(id, title, [.. MadeTerms.Usual(ItemFamily.MarketplaceSaaS, price), .. more ?? []]));

    private static CatalogTerm[] ThreeYears(decimal price) => [MadeTerms.Of("P3Y", BillingCycle.Annual, price * 10), MadeTerms.Of("P3Y", BillingCycle.OneTime, price * 28)];

    private static CatalogSku FreeTrial(string id, string title) =>
        ThirdParty(Sku(id, title + " (trial)", [MadeTerms.Of("P1M", BillingCycle.None, 0)])) with { IsTrial = true, MaximumQuantity = 100 };

    private static CatalogSku Metered(string id, string title) =>
        ThirdParty(Sku(id, title, [MadeTerms.Of("P1M", BillingCycle.Monthly, 0)])) with { MaximumQuantity = 1, RequiresAzurePlan = true, ConsumptionType = "overage" };

    private static CatalogSku ThirdParty(CatalogSku sku) => sku with { DynamicAttributes = new JObject { ["isMicrosoftProduct"] = false } };
}
