namespace PartnerCenterCart.Emulation;

/// <summary>AgreementMetaData (models.md section 10).</summary>
internal sealed record AgreementMetadata
{
    public string? TemplateId { get; init; }

    public string? AgreementType { get; init; }

    public string? AgreementLink { get; init; }

    public int VersionRank { get; init; }
}
