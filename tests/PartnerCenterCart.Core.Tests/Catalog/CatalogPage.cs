using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Pages of things with ids, as a service could answer them.</summary>
internal static class CatalogPage
{
    public static PartnerAnswer Of(string? nextUri, params string[] ids) => Answer.Json(Body(nextUri, null, ids));

    public static PartnerAnswer WithToken(string token, params string[] ids) => Answer.Json(Body("/customers?size=2&seekOperation=Next", token, ids));

    public static PartnerAnswer Last(params string[] ids) => Of(null, ids);

    private static string Body(string? nextUri, string? token, string[] ids) => new JObject
    {
        ["totalCount"] = ids.Length,
        ["items"] = new JArray(ids.Select(id => new JObject { ["id"] = id })),
        ["links"] = nextUri == null ? null : new JObject
        {
            ["next"] = new JObject
            {
                ["uri"] = nextUri,
                ["method"] = "GET",
                ["headers"] = token == null ? new JArray() : new JArray(new JObject { ["key"] = "MS-ContinuationToken", ["value"] = token }),
            },
        },
    }.ToString();
}
