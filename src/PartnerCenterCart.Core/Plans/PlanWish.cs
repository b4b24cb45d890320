using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What a row asks for as flat text, so that two plans can be compared and the difference can be said.</summary>
internal static class PlanWish
{
    public static IReadOnlyDictionary<string, string> Of(PurchasePlanRow row)
    {
        var wish = new SortedDictionary<string, string>(System.StringComparer.Ordinal);
        Add(wish, "customer", row.Customer);
        Add(wish, "productId", row.ProductId);
        Add(wish, "skuId", row.SkuId);
        Add(wish, "segment", row.Segment);
        Add(wish, "attested", row.IsAttested ? "true" : null);
        foreach (KeyValuePair<string, string> member in Flat(JObject.Parse(PartnerJson.WriteText(row.Line))))
        {
            Add(wish, member.Key, member.Value);
        }

        // What the catalogue says later is no wish.
        wish.Remove("catalogItemId");
        Add(wish, "catalogItemId", row.GivenItem);
        return wish;
    }

    /// <summary>Short text that differs when any member does.</summary>
    public static string DigestOf(IEnumerable<KeyValuePair<string, string>> members) =>
        DigestOf(string.Concat(members.Select(member => $"{member.Key.Length}:{member.Key}={member.Value.Length}:{member.Value};")));

    public static string DigestOf(string text)
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(text)), 16);
    }

    /// <summary>The first bytes of a hash as text.</summary>
    public static string Hex(byte[] hash, int bytes) => string.Concat(hash.Take(bytes).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>What differs, as "quantity: 5 was planned, now 6"; empty where nothing does.</summary>
    public static IReadOnlyList<string> Difference(IReadOnlyDictionary<string, string> planned, IReadOnlyDictionary<string, string> now) =>
        planned.Keys.Union(now.Keys)
            .OrderBy(name => name, System.StringComparer.Ordinal)
            .Select(name => (Name: name, Before: Find(planned, name), After: Find(now, name)))
            .Where(member => member.Before != member.After)
            .Select(member => $"{member.Name}: {Shown(member.Before)} in the journal, {Shown(member.After)} in the plan")
            .ToList();

    private static string Shown(string? value) => value == null ? "nothing" : $"'{value}'";

    private static string? Find(IReadOnlyDictionary<string, string> members, string name) => members.TryGetValue(name, out string? value) ? value : null;

    private static IEnumerable<KeyValuePair<string, string>> Flat(JToken token) => token switch
    {
        JObject members => members.Properties().SelectMany(property => Flat(property.Value)),
        JArray items => items.SelectMany(Flat),
        JValue { Value: { } value } => new[] { new KeyValuePair<string, string>(token.Path, System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!) },
        _ => Enumerable.Empty<KeyValuePair<string, string>>(),
    };

    private static void Add(SortedDictionary<string, string> wish, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            wish[name] = value!;
        }
    }
}
