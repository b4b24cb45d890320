using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>PromotionEligibilitiesRequest (models.md section 4).</summary>
internal sealed record EligibilityRequest
{
    public IReadOnlyList<EligibilityRequestItem?>? Items { get; init; }
}
