using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Whether a promotion applies.</summary>
public sealed class PromotionEligibility : PartnerResource
{
    /// <summary>The promotion; missing when none could be tested.</summary>
    public string? PromotionId { get; set; }

    /// <summary>Whether it applies.</summary>
    public bool? IsEligible { get; set; }

    /// <summary>Why not; null or empty when it applies.</summary>
    [JsonConverter(typeof(ResourceListConverter<PromotionEligibilityError>))]
    public List<PromotionEligibilityError>? Errors { get; set; }

    /// <summary>The promotion and whether it applies, in one line.</summary>
    public override string ToString() => $"{PromotionId}: {(IsEligible == true ? "eligible" : "not eligible")}";
}
