using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Why a promotion does not apply; which members are filled depends on the type.</summary>
public sealed class PromotionEligibilityError : PartnerResource
{
    /// <summary>A text of <see cref="PromotionEligibilityErrorType"/>; unknown text is kept.</summary>
    public string? Type { get; set; }

    /// <summary>The service's own words; missing in answers of 2021.</summary>
    public string? Description { get; set; }

    /// <summary>SeatCount: at least; <c>minRequiredSeats</c> in answers of 2021.</summary>
    public int? MinimumRequiredSeats { get; set; }

    /// <summary>SeatCount: at most; <c>maxRequiredSeats</c> in answers of 2021.</summary>
    public int? MaximumRequiredSeats { get; set; }

    /// <summary>SeatCount: left for this customer.</summary>
    public int? AvailableSeats { get; set; }

    /// <summary>RedemptionLimit: how often it can be used.</summary>
    public int? MaxPromotionRedemptionCount { get; set; }

    /// <summary>RedemptionLimit: how often it can still be used.</summary>
    public int? RemainingPromotionRedemptionCount { get; set; }

    /// <summary>Term: terms that it is for.</summary>
    [JsonConverter(typeof(ResourceListConverter<PromotionTerm>))]
    public List<PromotionTerm>? EligibleTerms { get; set; }

    // The names of 2021 (contract: behaviours.md, section 13).
    [JsonProperty("minRequiredSeats")]
    private int? MinRequiredSeats
    {
        set => MinimumRequiredSeats ??= value;
    }

    [JsonProperty("maxRequiredSeats")]
    private int? MaxRequiredSeats
    {
        set => MaximumRequiredSeats ??= value;
    }

    /// <summary>Kind and description in one line.</summary>
    public override string ToString() => Description == null ? Type ?? string.Empty : $"{Type}: {Description}";
}
