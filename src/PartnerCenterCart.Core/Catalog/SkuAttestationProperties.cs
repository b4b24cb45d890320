namespace PartnerCenterCart;

/// <summary>Whether buying needs an attestation.</summary>
public sealed class SkuAttestationProperties : PartnerResource
{
    /// <summary>True: the line must have <see cref="CartLineItem.AttestationAccepted"/> (10012, 900203).</summary>
    public bool? EnforceAttestation { get; set; }

    /// <summary>Which attestation, such as <c>Windows365</c>.</summary>
    public string? AttestationType { get; set; }

    /// <summary>Which attestation.</summary>
    public override string ToString() => AttestationType ?? string.Empty;
}
