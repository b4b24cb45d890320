using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.estimateLinks: where the unbilled lines are. They still name the provider Marketplace, as published.</summary>
internal static class EstimateLinks
{
    private static readonly string[] Periods = ["Current", "Previous"];

    public static IEnumerable<Operation> Operations()
    {
        yield return new Operation("invoices.estimateLinks", "GET", ResourcePath.Invoices + "/estimates/links", Get);
    }

    private static EmulatorResponse Get(OperationContext context)
    {
        string currency = UnbilledLines.Currency(context.Query);
        IEnumerable<object> links = Periods.Select(period => Link(
            "daily_rated_usage", "Daily rated usage unbilled", "This invoice line items includes unbilled consumption based data only.", period, "provider=Marketplace&invoicelineitemtype=UsageLineItems", currency))
            .Concat(Periods.Select(period => Link(
            "non_consumption", "Unbilled reconciliation line items", "This includes reconciliation line items for unbilled data only.", period, "provider=all&invoicelineitemtype=billinglineitems", currency)));
        return EmulatorResponse.Json(200, new ResourceCollection<object> { TotalCount = 2 * Periods.Length, Items = links });
    }

    private static object Link(string type, string title, string description, string period, string query, string currency) => new
    {
        type,
        title,
        description,
        period,
        link = ResourceLink.Get(ResourcePath.Invoices + "/unbilled/lineitems?" + query + "&currencycode=" + currency + "&period=" + period.ToLower(CultureInfo.InvariantCulture) + "&size=2000"),
    };
}
