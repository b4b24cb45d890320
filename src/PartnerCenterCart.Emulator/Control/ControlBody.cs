using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Bodies of the control routes are read strictly: a misspelt member would make a test prove nothing.</summary>
internal static class ControlBody
{
    public static JObject Parse(byte[] body, params string[] members)
    {
        JObject json;
        try
        {
            json = WireJson.Parse(body) as JObject ?? throw new ControlFault("The body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ControlFault("The body is not valid JSON: " + exception.Message);
        }

        foreach (JProperty property in json.Properties())
        {
            if (!members.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ControlFault("Unknown member '" + property.Name + "'. Allowed: " + string.Join(", ", members) + ".");
            }
        }

        return json;
    }

    public static T Read<T>(JObject json)
    {
        try
        {
            return WireJson.Read<T>(json);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new ControlFault("A member is of the wrong kind: " + exception.Message);
        }
    }

    public static JToken? Member(JObject json, string name) =>
        json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) ? value : null;

    public static string OneOf(string value, params string[] allowed) =>
        allowed.FirstOrDefault(name => string.Equals(name, value, StringComparison.OrdinalIgnoreCase))
        ?? throw new ControlFault("'" + value + "' is none of: " + string.Join(", ", allowed) + ".");

    /// <summary>1, 2, "questionMark" or null.</summary>
    public static JToken? ByteOrderMark(JToken? value) => value switch
    {
        null or { Type: JTokenType.Null } => null,
        { Type: JTokenType.Integer } when value.Value<long>() is 1 or 2 => value,
        { Type: JTokenType.String } when value.Value<string>() == "questionMark" => value,
        _ => throw new ControlFault("byteOrderMark is 1, 2 or \"questionMark\"."),
    };
}
