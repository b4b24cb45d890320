using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>PromotionEligibilities: the answer to one item of the request (models.md section 4).</summary>
internal sealed record PromotionEligibilities
{
    public int Id { get; init; }

    public string? CatalogItemId { get; init; }

    public int Quantity { get; init; }

    public string? BillingCycle { get; init; }

    public string? TermDuration { get; init; }

    public IReadOnlyList<PromotionEligibility> Eligibilities { get; init; } = [];

    public ResourceAttributes Attributes { get; init; } = ResourceAttributes.Of("PromotionEligibilities");
}

/// <summary>PromotionEligibility: one promotion (models.md section 4); errors are missing when there are none.</summary>
internal sealed record PromotionEligibility
{
    public string? PromotionId { get; init; }

    public bool IsEligible { get; init; }

    public IReadOnlyList<PromotionError>? Errors { get; init; }

    public static PromotionEligibility Of(string? promotionId, params IReadOnlyList<PromotionError> errors) =>
        new() { PromotionId = promotionId, IsEligible = errors.Count == 0, Errors = errors.Count == 0 ? null : errors };
}
