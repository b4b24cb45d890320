using System;
using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>A currency as an object, as the service sends it, or as its code alone, as documents show it.</summary>
internal sealed class CurrencyInfoConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.String)
        {
            return new CurrencyInfo { Code = (string)reader.Value! };
        }

        var currency = new CurrencyInfo();
        if (reader.TokenType == JsonToken.StartObject)
        {
            serializer.Populate(reader, currency);
        }
        else
        {
            reader.Skip();
        }

        return currency;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
