using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Reads a collection to its end as behaviours.md section 5 tells a client to.</summary>
internal static class Pages
{
    public static async Task<List<JObject>> ReadAsync(TestService service, string path, int most = 10_000)
    {
        var pages = new List<JObject>();
        string? next = path;
        JToken? headers = null;
        while (next is not null && pages.Count < most)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + next);
            foreach (JToken header in headers ?? new JArray())
            {
                request.Headers.TryAddWithoutValidation((string)header["key"]!, (string)header["value"]!);
            }

            Answer answer = await Answer.ReadAsync(await service.Client.SendAsync(request));
            Xunit.Assert.Equal(200, answer.Status);
            pages.Add(answer.Json);
            JToken? link = answer.Json["links"]?["next"];
            string? uri = (string?)link?["uri"];
            next = uri is null || uri.StartsWith("/v1", StringComparison.Ordinal) ? uri : "/v1" + uri;
            headers = link?["headers"];
        }

        return pages;
    }

    public static IEnumerable<JToken> Items(this IEnumerable<JObject> pages) => pages.SelectMany(page => page["items"]!);

    public static string[] Ids(this IEnumerable<JToken> items) => items.Select(item => (string)item["id"]!).ToArray();
}
