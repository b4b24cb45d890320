using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>Members of free shape: plain values outside, JSON inside.</summary>
internal sealed class PlainValueConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        object? plain = PlainValue.From(JToken.Load(reader));
        if (plain == null || objectType.IsInstanceOfType(plain))
        {
            return plain;
        }

        // Documented as one shape and sent as another: the value is wrapped rather than lost.
        return objectType == typeof(Dictionary<string, object?>)
            ? new Dictionary<string, object?> { ["value"] = plain }
            : objectType == typeof(object[]) ? new[] { plain } : null;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => serializer.Serialize(writer, value);
}
