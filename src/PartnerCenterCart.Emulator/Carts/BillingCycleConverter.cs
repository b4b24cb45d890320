using System;
using System.Globalization;
using Newtonsoft.Json;

namespace PartnerCenterCart.Emulation;

/// <summary>Text in any spelling, or a number.</summary>
internal sealed class BillingCycleConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        string? text = Convert.ToString(reader.Value, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(text) ? null : BillingCycle.Parse(text!);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
