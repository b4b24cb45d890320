using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>AvailabilityTerm (models.md section 3).</summary>
internal sealed record TermView
{
    public string? Id { get; init; }

    public string? Duration { get; init; }

    public string? Description { get; init; }

    public string? BillingCycle { get; init; }

    public IReadOnlyList<CancellationPolicyView>? CancellationPolicies { get; init; }
}
