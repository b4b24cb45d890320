using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>Reads a map of any scalars; nested values are kept as JSON text rather than failing the answer.</summary>
internal sealed class ProvisioningContextConverter : JsonConverter<ProvisioningContext>
{
    public override ProvisioningContext? ReadJson(JsonReader reader, Type objectType, ProvisioningContext? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (JToken.Load(reader) is not JObject members)
        {
            return null;
        }

        var context = new ProvisioningContext();
        foreach (JProperty member in members.Properties())
        {
            if (member.Value.Type != JTokenType.Null)
            {
                context[member.Name] = member.Value is JValue { Value: { } value }
                    ? ProvisioningContext.Text(value)
                    : member.Value.ToString(Formatting.None);
            }
        }

        return context;
    }

    public override void WriteJson(JsonWriter writer, ProvisioningContext? value, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        foreach (var entry in value!)
        {
            writer.WritePropertyName(entry.Key);
            writer.WriteValue(entry.Value);
        }

        writer.WriteEndObject();
    }
}
