using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Compares JSON by meaning and shows both sides when they differ.</summary>
internal static class JsonComparison
{
    /// <summary>The same members and values; their order does not count.</summary>
    public static void Same(JToken expected, JToken actual) =>
        Assert.Equal(Sorted(expected).ToString(Formatting.Indented), Sorted(actual).ToString(Formatting.Indented));

    /// <summary>What writing may change: PascalCase names come back in camelCase, nulls are left out.</summary>
    public static JToken AsWritten(JToken token) => token switch
    {
        JObject members => new JObject(members.Properties()
            .Where(member => member.Value.Type != JTokenType.Null)
            .Select(member => new JProperty(CamelCase(member.Name), IsFreeForm(member.Name) ? member.Value : AsWritten(member.Value)))),
        JArray items => new JArray(items.Select(AsWritten)),
        _ => token.DeepClone(),
    };

    private static JToken Sorted(JToken token) => token switch
    {
        JObject members => new JObject(members.Properties()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => new JProperty(member.Name, Sorted(member.Value)))),
        JArray items => new JArray(items.Select(Sorted)),
        _ => token.DeepClone(),
    };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static bool IsFreeForm(string name) => name is "provisioningContext" or "ProvisioningContext";
}
