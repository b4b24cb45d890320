using System;
using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace PartnerCenterCart.Emulation;

/// <summary>The emulator's own JSON: camelCase out, any casing in, nulls left out, dates kept as text, money as decimal.</summary>
internal static class WireJson
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
        ContractResolver = new DefaultContractResolver
        {
            NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false),
        },
    });

    public static string WriteText(object value)
    {
        var builder = new StringBuilder(1024);
        using var writer = new JsonTextWriter(new StringWriter(builder, CultureInfo.InvariantCulture));
        Serializer.Serialize(writer, value);
        writer.Flush();
        return builder.ToString();
    }

    /// <summary>Straight to bytes: a list of ten thousand products is megabytes, and needs no copy as text.</summary>
    public static byte[] WriteBytes(object value)
    {
        using var stream = new MemoryStream(4096);
        using (var writer = new JsonTextWriter(new StreamWriter(stream, Utf8, 4096, leaveOpen: true)))
        {
            Serializer.Serialize(writer, value);
        }

        return stream.ToArray();
    }

    public static JObject ToObject(object value) => JObject.FromObject(value, Serializer);

    public static T Read<T>(JToken token) => token.ToObject<T>(Serializer) ?? throw new JsonSerializationException("The JSON value is null.");

    public static object Read(JToken token, Type type) => token.ToObject(type, Serializer) ?? throw new JsonSerializationException("The JSON value is null.");

    /// <summary>Reads one JSON value and nothing after it; byte-order marks before it are read past.</summary>
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text.TrimStart('\uFEFF')))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        JToken token = JToken.ReadFrom(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("There is more than one value.");
            }
        }

        return token;
    }

    public static JToken Parse(byte[] body) => Parse(Utf8.GetString(body));

    /// <summary>The object in a request body; anything else is the caller's mistake.</summary>
    public static JObject ParseRequest(byte[] body)
    {
        try
        {
            return Parse(body) as JObject ?? throw new ServiceFault("800002", "The request body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ServiceFault("800002", "The request body is missing or is not valid JSON: " + exception.Message);
        }
    }

    /// <summary>Fills a request model; a member of the wrong kind is the caller's mistake.</summary>
    public static T ReadRequest<T>(JObject body)
    {
        try
        {
            return Read<T>(body);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new ServiceFault("800002", "The request has a member of the wrong kind: " + exception.Message);
        }
    }
}
