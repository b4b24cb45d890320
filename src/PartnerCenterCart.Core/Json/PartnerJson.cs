using System;
using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>The one place where JSON is read and written.</summary>
internal static class PartnerJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // A serializer without state: it caches contracts, nothing of any call.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new PartnerContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        Culture = CultureInfo.InvariantCulture,
    });

    /// <summary>Reads one value; null for an empty body. Throws <see cref="JsonException"/> for anything but JSON.</summary>
    public static T? Read<T>(Stream body)
    {
        try
        {
            return ReadAs<T>(body, FloatParseHandling.Decimal);
        }
        catch (JsonReaderException) when (body.CanSeek)
        {
            // A number beyond all money, in a member that nobody knows, must not fail the answer.
            body.Position = 0;
            return ReadAs<T>(body, FloatParseHandling.Double);
        }
    }

    public static T? Read<T>(string text)
    {
        using var body = new MemoryStream(Utf8.GetBytes(text));
        return Read<T>(body);
    }

    public static T? Read<T>(JToken token)
    {
        using var reader = new JTokenReader(token);
        return Serializer.Deserialize<T>(reader);
    }

    public static JToken? ReadToken(Stream body)
    {
        using var reader = OpenReader(body, FloatParseHandling.Decimal);
        return reader.Read() ? JToken.Load(reader) : null;
    }

    public static byte[] Write(object value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new StreamWriter(buffer, Utf8, 1024, leaveOpen: true))
        {
            Serializer.Serialize(writer, value);
        }

        return buffer.ToArray();
    }

    public static string WriteText(object value) => Utf8.GetString(Write(value));

    /// <summary>A deep copy that shares nothing with the original, unknown members included.</summary>
    public static T Clone<T>(T value)
        where T : notnull
    {
        using var stream = new MemoryStream(Write(value));
        return Read<T>(stream)!;
    }

    /// <summary>The same members in another type; unknown ones and wire forms go along.</summary>
    public static object Convert(object value, Type type)
    {
        using var stream = new MemoryStream(Write(value));
        using JsonTextReader reader = OpenReader(stream, FloatParseHandling.Decimal);
        return Serializer.Deserialize(reader, type)!;
    }

    /// <summary>A value of a given type out of the middle of something.</summary>
    public static object? Read(JToken token, Type type)
    {
        using var reader = new JTokenReader(token);
        return Serializer.Deserialize(reader, type);
    }

    private static T? ReadAs<T>(Stream body, FloatParseHandling floats)
    {
        using var reader = OpenReader(body, floats);
        return Serializer.Deserialize<T>(reader);
    }

    /// <summary>Opens a body for reading member by member.</summary>
    public static JsonTextReader OpenReader(Stream body, FloatParseHandling floats, int bufferSize = 4096)
    {
        var text = new StreamReader(body, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize, leaveOpen: true);

        // Bodies can begin with one or two byte-order marks, or with the '?' that a mark becomes in a wrong code page
        // (contract: behaviours.md, section 3).
        while (text.Peek() == '\uFEFF')
        {
            text.Read();
        }

        if (text.Peek() == '?')
        {
            text.Read();
        }

        return Configure(new JsonTextReader(text), floats);
    }

    private static JsonTextReader Configure(JsonTextReader reader, FloatParseHandling floats)
    {
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = floats;
        return reader;
    }
}
