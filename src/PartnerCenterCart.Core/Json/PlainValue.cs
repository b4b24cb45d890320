using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>Turns JSON of unknown shape into plain .NET values, so that no JSON library shows in public signatures.</summary>
internal static class PlainValue
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> FromMembers(Dictionary<string, JToken>? members) =>
        members is not { Count: > 0 } ? None : members.ToDictionary(m => m.Key, m => From(m.Value));

    /// <summary>Objects become dictionaries, arrays object[], numbers long or decimal.</summary>
    public static object? From(JToken? token) => token switch
    {
        null => null,
        JObject o => o.Properties().ToDictionary(p => p.Name, p => From(p.Value)),
        JArray a => a.Select(From).ToArray(),
        JValue v => v.Value,
        _ => token.ToString(),
    };
}
