using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>PromotionEligibilityError (models.md section 4).</summary>
internal sealed record PromotionError
{
    public int? MinimumRequiredSeats { get; init; }

    public int? MaximumRequiredSeats { get; init; }

    /// <summary>The names of 2021.</summary>
    public int? MinRequiredSeats { get; init; }

    public int? MaxRequiredSeats { get; init; }

    public int? AvailableSeats { get; init; }

    public int? MaxPromotionRedemptionCount { get; init; }

    public int? RemainingPromotionRedemptionCount { get; init; }

    public IReadOnlyList<PromotionTerm>? EligibleTerms { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public static PromotionError Of(string type, string description) => new() { Type = type, Description = description };

    /// <summary>The answer of 2021 (models.md PromotionEligibilityError, behaviours.md section 13).</summary>
    public PromotionError In2021() => this with
    {
        MinRequiredSeats = MinimumRequiredSeats,
        MaxRequiredSeats = MaximumRequiredSeats,
        MinimumRequiredSeats = null,
        MaximumRequiredSeats = null,
        AvailableSeats = null,
        Type = Type == "OfferPurchasedPreviously" ? "FirstPurchase" : Type,
        Description = null,
    };
}
