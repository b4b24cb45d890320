using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Whether an item can be had: what is asked for, and what is answered.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class InventoryItem : PartnerResource
{
    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU; null in a request asks for every SKU of the product.</summary>
    public string? SkuId { get; set; }

    /// <summary>Answer: whether something stands in the way.</summary>
    public bool? IsRestricted { get; set; }

    /// <summary>Answer: what does; empty or null when nothing.</summary>
    [JsonConverter(typeof(ResourceListConverter<InventoryRestriction>))]
    public List<InventoryRestriction>? Restrictions { get; set; }

    /// <summary>Country that it was asked for; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? Country { get; set; }

    /// <summary>Product and SKU in one line.</summary>
    public override string ToString() => SkuId == null ? ProductId ?? string.Empty : $"{ProductId}:{SkuId}";
}
