namespace PartnerCenterCart.Emulation;

/// <summary>CancellationRefundOption: in a catalog, expiresAfter really is a duration (behaviours.md section 13).</summary>
internal sealed record CancellationRefundView
{
    public int SequenceId { get; init; }

    public string? Type { get; init; }

    public string? ExpiresAfter { get; init; }
}
