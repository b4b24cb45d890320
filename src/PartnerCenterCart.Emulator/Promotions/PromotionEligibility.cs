using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>PromotionEligibility: one promotion (models.md section 4); errors are missing when there are none.</summary>
internal sealed record PromotionEligibility
{
    public string? PromotionId { get; init; }

    public bool IsEligible { get; init; }

    public IReadOnlyList<PromotionError>? Errors { get; init; }

    public static PromotionEligibility Of(string? promotionId, params IReadOnlyList<PromotionError> errors) =>
        new() { PromotionId = promotionId, IsEligible = errors.Count == 0, Errors = errors.Count == 0 ? null : errors };
}
