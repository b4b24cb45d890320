using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>
/// A list inside a resource. One object is a list of one, as some documents show it (contract: behaviours.md, section 13);
/// items that are no objects are left out, and what is no list at all is an empty one. Never null: the serializer would put
/// what it has just read among the unknown members.
/// </summary>
internal sealed class ResourceListConverter<T> : JsonConverter
    where T : class
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        Read(JToken.Load(reader), serializer);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    internal static List<T> Read(JToken token, JsonSerializer serializer) => token switch
    {
        JArray items => items.OfType<JObject>().Select(item => item.ToObject<T>(serializer)!).ToList(),
        JObject { HasValues: true } item => new List<T> { item.ToObject<T>(serializer)! },
        _ => new List<T>(),
    };
}
