using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>CancellationPolicy (models.md section 3).</summary>
internal sealed record CancellationPolicyView
{
    public IReadOnlyList<CancellationRefundView> RefundOptions { get; init; } = [];

    public static CancellationPolicyView Full(string expiresAfter) => new() { RefundOptions = [new CancellationRefundView { Type = "Full", ExpiresAfter = expiresAfter }] };
}

/// <summary>CancellationRefundOption: in a catalog, expiresAfter really is a duration (behaviours.md section 13).</summary>
internal sealed record CancellationRefundView
{
    public int SequenceId { get; init; }

    public string? Type { get; init; }

    public string? ExpiresAfter { get; init; }
}
