using System;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>
/// Reads numbers given as text, text given as numbers and every date form of the contract (models.md, section 0).
/// What cannot be read never fails a whole answer: the value is null and the text goes back as it came.
/// </summary>
internal sealed class WireScalarConverter : JsonConverter
{
    private readonly Type type;

    public WireScalarConverter(Type type) => this.type = type;

    public override bool CanConvert(Type objectType) => objectType == typeof(WireScalar);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        JToken token = JToken.Load(reader);
        object? value = Read(token);
        return new WireScalar(value, IsCanonical(token, value) ? null : token);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var scalar = (WireScalar)value!;
        if (scalar.Raw != null)
        {
            scalar.Raw.WriteTo(writer);
        }
        else if (scalar.Value is DateTimeOffset date)
        {
            writer.WriteValue(WireDate.Write(date));
        }
        else if (scalar.Value is decimal number)
        {
            // Every digit as it is: the library would write 438 as 438.0.
            writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteValue(scalar.Value);
        }
    }

    private object? Read(JToken token)
    {
        if (token is not JValue { Value: { } raw })
        {
            return type == typeof(string) ? token.ToString(Formatting.None) : null;
        }

        string text = raw as string ?? Convert.ToString(raw, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(DateTimeOffset?))
        {
            return WireDate.Read(text);
        }

        if (type == typeof(bool?))
        {
            return raw is bool flag ? flag : bool.TryParse(text, out bool parsed) ? parsed : null;
        }

        decimal? number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal d) ? d : null;
        if (type == typeof(decimal?) || number is not { } n)
        {
            return number;
        }

        return n == decimal.Truncate(n) && n is >= int.MinValue and <= int.MaxValue ? decimal.ToInt32(n) : null;
    }

    private static bool IsCanonical(JToken token, object? value) => value switch
    {
        null => false,
        string => token.Type == JTokenType.String,
        DateTimeOffset date => token.Type == JTokenType.String && (string?)token == WireDate.Write(date),
        bool => token.Type == JTokenType.Boolean,
        int => token.Type == JTokenType.Integer,
        _ => token.Type is JTokenType.Integer or JTokenType.Float,
    };
}
