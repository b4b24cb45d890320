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
