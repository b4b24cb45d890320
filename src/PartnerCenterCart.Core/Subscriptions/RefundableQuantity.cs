using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>How much can be given back.</summary>
public sealed class RefundableQuantity : PartnerResource
{
    /// <summary>In all.</summary>
    public int? TotalQuantity { get; set; }

    /// <summary>Until when, by purchase.</summary>
    [JsonConverter(typeof(ResourceListConverter<RefundableQuantityDetail>))]
    public List<RefundableQuantityDetail>? Details { get; set; }

    /// <summary>The total.</summary>
    public override string ToString() => TotalQuantity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
