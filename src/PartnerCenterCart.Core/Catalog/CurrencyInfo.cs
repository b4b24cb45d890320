using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A currency; documents also show its code alone, as text.</summary>
[JsonConverter(typeof(CurrencyInfoConverter))]
public sealed class CurrencyInfo : PartnerResource
{
    /// <summary>ISO code.</summary>
    public string? Code { get; set; }

    /// <summary>Such as <c>$</c>.</summary>
    public string? Symbol { get; set; }

    /// <summary>The code.</summary>
    public override string ToString() => Code ?? string.Empty;
}
