using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Keys come back with a small first letter, whatever was sent: SubscriptionId in, subscriptionId out (behaviours.md section 3).</summary>
internal sealed class ProvisioningContextConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(IReadOnlyDictionary<string, string>).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var context = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JProperty property in JObject.Load(reader).Properties())
        {
            if (property.Name.Length == 0 || property.Value is not JValue value)
            {
                throw new JsonSerializationException("The value of '" + property.Name + "' in the provisioning context is not a text.");
            }

            if (value.Value is not null)
            {
                context[char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1)] = Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;
            }
        }

        return context;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
