using System.Collections.Generic;
using System.IO;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Rows as the reader of rows makes them.</summary>
internal static class RowPage
{
    public static IReadOnlyList<InvoiceLineItem> Read(string body, string provider = BillingProvider.OneTime, string kind = InvoiceLineItemType.BillingLineItems)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return LineItemPage.Read(stream, new RowReader(new InvoiceLineItemSource("G1", provider, kind, InvoiceLineItemSource.V1))).Items;
    }

    public static InvoiceLineItem Row(string row, string provider = BillingProvider.OneTime, string kind = InvoiceLineItemType.BillingLineItems) =>
        Read($$"""{"items":[{{row}}]}""", provider, kind)[0];

    public static JArray Items(string contractExample) => (JArray)((JObject)Fixture.Json("contract/" + contractExample))["items"]!;
}
