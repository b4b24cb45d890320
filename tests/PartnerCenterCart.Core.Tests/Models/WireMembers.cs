using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The properties of a model that travel, and what they must hold after a fixture was read.</summary>
internal static class WireMembers
{
    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } && property.GetCustomAttribute<JsonIgnoreAttribute>() == null);

    /// <summary>Name in C# to name on the wire, by rule and not by asking the serializer. What OData names no property can have.</summary>
    public static string WireName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    /// <summary>Every member of the JSON is in the property of its name, down to the last nested one, and nothing is left over.</summary>
    public static void Hold(JObject expected, PartnerResource actual)
    {
        Dictionary<string, PropertyInfo> properties = Of(actual.GetType()).ToDictionary(WireName);
        foreach (JProperty member in expected.Properties())
        {
            Assert.True(
                properties.TryGetValue(member.Name, out PropertyInfo? property),
                $"{actual.GetType().Name} has no property for '{member.Name}', which the contract names. Name it after the contract, or correct the fixture.");
            Holds(member.Value, property.GetValue(actual), $"{actual.GetType().Name}.{property.Name}");
        }

        Assert.Empty(actual.AdditionalProperties);
    }

    private static void Holds(JToken expected, object? actual, string where)
    {
        Assert.True(actual != null, $"{where} is null although the fixture has {expected}. Its name on the wire must be the contract's.");
        switch (actual)
        {
            case PartnerResource resource:
                Hold((JObject)expected, resource);
                break;
            case IDictionary map:
                JsonComparison.Same(expected, JToken.FromObject(map));
                break;
            case IEnumerable items and not string:
                List<object?> list = items.Cast<object?>().ToList();
                Assert.True(expected.Count() == list.Count, $"{where} has {list.Count} items.");
                list.Zip(expected, (item, token) => (item, token)).ToList().ForEach(pair => Holds(pair.token, pair.item, where));
                break;
            case DateTimeOffset date:
                Assert.Equal(DateTimeOffset.Parse((string)expected!, CultureInfo.InvariantCulture), date);
                break;
            default:
                JsonComparison.Same(expected, JToken.FromObject(actual!));
                break;
        }
    }
}
