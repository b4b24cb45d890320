using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>CancellationPolicy (models.md section 3).</summary>
internal sealed record CancellationPolicyView
{
    public IReadOnlyList<CancellationRefundView> RefundOptions { get; init; } = [];

    public static CancellationPolicyView Full(string expiresAfter) => new() { RefundOptions = [new CancellationRefundView { Type = "Full", ExpiresAfter = expiresAfter }] };
}
