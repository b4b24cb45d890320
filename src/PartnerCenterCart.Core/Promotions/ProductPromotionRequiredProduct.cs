using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What must be bought for a promotion, and what it gives.</summary>
public sealed class ProductPromotionRequiredProduct : PartnerResource
{
    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU.</summary>
    public string? SkuId { get; set; }

    /// <summary>The term.</summary>
    public PromotionTerm? Term { get; set; }

    /// <summary>What it gives.</summary>
    [JsonConverter(typeof(ResourceListConverter<ProductPromotionPricingPolicy>))]
    public List<ProductPromotionPricingPolicy>? PricingPolicies { get; set; }

    /// <summary>Item and term in one line.</summary>
    public override string ToString() => $"{ProductId}:{SkuId} {Term}";
}
