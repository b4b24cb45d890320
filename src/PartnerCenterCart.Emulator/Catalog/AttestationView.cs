namespace PartnerCenterCart.Emulation;

/// <summary>SkuAttestationProperties (models.md section 3).</summary>
internal sealed record AttestationView
{
    public bool EnforceAttestation { get; init; }

    public string? AttestationType { get; init; }
}
