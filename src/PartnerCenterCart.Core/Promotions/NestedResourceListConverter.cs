using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>Lists in a list. The nesting was seen once (contract: models.md, section 4), so a flat list is a list of ones.</summary>
internal sealed class NestedResourceListConverter<T> : JsonConverter
    where T : class
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JToken.Load(reader) switch
        {
            JArray groups => groups.Where(group => group is JContainer).Select(group => ResourceListConverter<T>.Read(group, serializer)).ToList(),
            JObject item => new List<List<T>> { ResourceListConverter<T>.Read(item, serializer) },
            _ => new List<List<T>>(),
        };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
