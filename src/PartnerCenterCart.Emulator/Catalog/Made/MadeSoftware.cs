using System.Collections.Generic;
using static PartnerCenterCart.Emulation.MadeProduct;

namespace PartnerCenterCart.Emulation;

/// <summary>SUSE plans, perpetual software and software subscriptions.</summary>
internal static class MadeSoftware
{
    private const string Suse = "SUSE";

    private static readonly string[] SuseViews = [TargetView.Software, TargetView.SoftwareSuseLinux];
    private static readonly string[] PerpetualViews = [TargetView.Software, TargetView.SoftwarePerpetual];
    private static readonly string[] SubscriptionViews = [TargetView.Software, TargetView.SoftwareSubscriptions];

    public static IEnumerable<CatalogProduct> All()
    {
        yield return Of(ItemFamily.SoftwareSubscription, "DG7GMGF1S501", "SUSE Linux Enterprise Server", Suse, SuseViews,
            Plan("0001", "SUSE Linux Enterprise Server, 1-2 vCPU, 1 Year", "P1Y", 420), Plan("0002", "SUSE Linux Enterprise Server, 1-2 vCPU, 3 Years", "P3Y", 1100), Plan("0003", "SUSE Linux Enterprise Server, 3-4 vCPU, 1 Year", "P1Y", 700));
        yield return Of(ItemFamily.SoftwareSubscription, "DG7GMGF1S502", "SUSE Linux Enterprise Server for SAP", Suse, SuseViews,
            Plan("0001", "SUSE Linux Enterprise Server for SAP, 1-2 vCPU, 1 Year", "P1Y", 1450)).SoldIn("US", "DE");
        yield return Perpetual("P601", "Exchange Server Standard 2019", 708);
        yield return Perpetual("P602", "SQL Server 2022 Standard Core - 2 Core License Pack", 3586);
        yield return Perpetual("P603", "Windows Server 2022 - 1 Device CAL", 38);
        yield return Perpetual("P604", "Office LTSC Standard 2021", 457);
        yield return Of(ItemFamily.SoftwareSubscription, "DG7GMGF1T701", "Windows Server Standard - 8 Core License Pack", Publisher, SubscriptionViews,
            Subscription("0001", "Windows Server Standard - 8 Core License Pack - 1 year", "P1Y", 190), Subscription("0002", "Windows Server Standard - 8 Core License Pack - 3 year", "P3Y", 510));
        yield return Of(ItemFamily.SoftwareSubscription, "DG7GMGF1T702", "SQL Server Standard - 2 Core License Pack", Publisher, SubscriptionViews,
            Subscription("0001", "SQL Server Standard - 2 Core License Pack - 1 year", "P1Y", 1418), Subscription("0002", "SQL Server Standard - 2 Core License Pack - 3 year", "P3Y", 3800));
    }

    private static CatalogProduct Perpetual(string number, string title, decimal price) =>
        Of(ItemFamily.PerpetualSoftware, "DG7GMGF1" + number, title, Publisher, PerpetualViews, Sku("0001", title, MadeTerms.Usual(ItemFamily.PerpetualSoftware, price), "CEG"));

    private static CatalogSku Plan(string id, string title, string term, decimal price) => Sku(id, title, [MadeTerms.Of(term, BillingCycle.OneTime, price)]);

    private static CatalogSku Subscription(string id, string title, string term, decimal price) => Sku(id, title, term == "P1Y"
        ? [MadeTerms.Of(term, BillingCycle.Annual, price), MadeTerms.Of(term, BillingCycle.OneTime, price)]
        : [MadeTerms.Of(term, BillingCycle.Triennial, price), MadeTerms.Of(term, BillingCycle.Annual, price / 3), MadeTerms.Of(term, BillingCycle.OneTime, price)]);
}
