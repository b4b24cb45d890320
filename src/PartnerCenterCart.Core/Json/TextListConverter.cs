using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>A list of texts, which some documents show as one text (contract: behaviours.md, section 13).</summary>
internal sealed class TextListConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        JToken token = JToken.Load(reader);
        IEnumerable<JToken> values = token is JArray array ? array : new[] { token };
        return token.Type == JTokenType.Null
            ? null
            : values.OfType<JValue>().Where(v => v.Value != null).Select(v => ProvisioningContext.Text(v.Value!)).ToList();
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
