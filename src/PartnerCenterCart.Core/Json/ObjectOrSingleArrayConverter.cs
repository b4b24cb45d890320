using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>One object, which some documents show as an array of one (contract: behaviours.md, section 13).</summary>
internal sealed class ObjectOrSingleArrayConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        JToken token = JToken.Load(reader);
        JToken? single = token is JArray array ? array.FirstOrDefault() : token;
        return single is JObject ? single.ToObject(objectType, serializer) : null;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
