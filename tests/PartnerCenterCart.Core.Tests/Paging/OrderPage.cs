using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Pages of orders as a service could answer them, and the way through them.</summary>
internal static class OrderPage
{
    public static PartnerAnswer Of(string? nextUri, (string Key, string Value)? header, params string[] ids) =>
        Answer.Json(new JObject
        {
            ["items"] = Items(ids),
            ["links"] = nextUri == null ? null : new JObject { ["next"] = Next(nextUri, header) },
        }.ToString());

    public static PartnerAnswer WithToken(string? continuationToken, params string[] ids) =>
        Answer.Json(new JObject { ["items"] = Items(ids), ["continuationToken"] = continuationToken }.ToString());

    public static PartnerAnswer Last(params string[] ids) => Of(null, null, ids);

    /// <summary>Ids of all pages, in order.</summary>
    public static async Task<List<string?>> ReadAllAsync(IPartnerTransport transport)
    {
        var ids = new List<string?>();
        for (Page<Order>? page = await Sample.Customer(transport).Orders.GetAsync(); page != null; page = await page.NextAsync())
        {
            ids.AddRange(page.Items.Select(order => order.Id));
        }

        return ids;
    }

    private static JArray Items(string[] ids) => new(ids.Select(id => new JObject { ["id"] = id }));

    private static JObject Next(string uri, (string Key, string Value)? header) => new()
    {
        ["uri"] = uri,
        ["method"] = "GET",
        ["headers"] = header == null ? new JArray() : new JArray(new JObject { ["key"] = header.Value.Key, ["value"] = header.Value.Value }),
    };
}
