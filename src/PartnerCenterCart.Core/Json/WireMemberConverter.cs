using System;
using System.Collections;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>
/// Reads objects and lists. The service writes "", [] and {} for no value, whatever the shape of the member; they are read as
/// none and go back as they came (contract: models.md, section 0). Another shape is for a converter, or an unreadable answer.
/// </summary>
internal sealed class WireMemberConverter : JsonConverter
{
    private readonly Type type;
    private readonly JsonConverter? inner;

    public WireMemberConverter(Type type, JsonConverter? inner)
    {
        this.type = type;
        this.inner = inner;
    }

    public override bool CanConvert(Type objectType) => objectType == typeof(WireScalar);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        JsonToken expected = type.IsArray || typeof(IList).IsAssignableFrom(type) ? JsonToken.StartArray : JsonToken.StartObject;
        if (type == typeof(object) || reader.TokenType == expected)
        {
            object? value = Read(reader, serializer);
            return value == null ? null : new WireScalar(value, null);
        }

        JToken token = JToken.Load(reader);
        if (IsNothing(token))
        {
            return new WireScalar(null, token);
        }

        object converted = ReadOther(token, serializer)
            ?? throw new JsonSerializationException($"A {type.Name} was expected at {reader.Path}, and it is {token.Type}.");

        // What can be changed in place goes back as it then is; plain values are shown, and go back as they came.
        bool canChange = converted is PartnerResource || (converted is IList && !type.IsArray);
        return new WireScalar(converted, canChange ? null : token);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var member = (WireScalar)value!;
        if (member.Raw != null)
        {
            member.Raw.WriteTo(writer);
        }
        else if (inner is { CanWrite: true })
        {
            inner.WriteJson(writer, member.Value, serializer);
        }
        else
        {
            serializer.Serialize(writer, member.Value);
        }
    }

    private static bool IsNothing(JToken token) => token is JContainer { HasValues: false } || (token is JValue { Value: string text } && text.Length == 0);

    private object? Read(JsonReader reader, JsonSerializer serializer) =>
        inner == null ? serializer.Deserialize(reader, type) : inner.ReadJson(reader, type, null, serializer);

    private object? ReadOther(JToken token, JsonSerializer serializer)
    {
        if (inner == null)
        {
            return null;
        }

        using JsonReader reader = token.CreateReader();
        reader.Read();
        return inner.ReadJson(reader, type, null, serializer);
    }
}
