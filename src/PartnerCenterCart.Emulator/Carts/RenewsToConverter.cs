using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>One object, or an array of one (behaviours.md section 13).</summary>
internal sealed class RenewsToConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(RenewsTo);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        JToken? token = JToken.ReadFrom(reader);
        token = token is JArray array ? array.FirstOrDefault() : token;
        return token is null or { Type: JTokenType.Null } ? null : token.ToObject<RenewsTo>(serializer);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
