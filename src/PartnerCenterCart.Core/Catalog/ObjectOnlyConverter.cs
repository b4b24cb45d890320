using System;
using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>
/// A resource that is listed: what is no object is null, and lists leave it out, rather than failing the whole answer. A
/// published list ends in an empty array (contract: examples/skus-list-response-reservations.json).
/// </summary>
internal sealed class ObjectOnlyConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            reader.Skip();
            return null;
        }

        // Populate reads by the type's contract and does not come back here.
        object resource = Activator.CreateInstance(objectType)!;
        serializer.Populate(reader, resource);
        return resource;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
