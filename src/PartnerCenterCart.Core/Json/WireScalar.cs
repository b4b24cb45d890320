using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Json;

/// <summary>A value together with the JSON that it came from, where .NET would write that JSON differently.</summary>
internal sealed class WireScalar
{
    public WireScalar(object? value, JToken? raw)
    {
        Value = value;
        Raw = raw;
    }

    public object? Value { get; }

    public JToken? Raw { get; }
}
