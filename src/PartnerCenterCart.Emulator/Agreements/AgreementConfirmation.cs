namespace PartnerCenterCart.Emulation;

/// <summary>What the partner confirmed with agreements.create.</summary>
internal sealed record AgreementConfirmation
{
    public AgreementContact PrimaryContact { get; init; } = new();

    public string TemplateId { get; init; } = string.Empty;

    /// <summary>The date as lists show it, without an offset.</summary>
    public string DateAgreed { get; init; } = string.Empty;

    public string Type { get; init; } = string.Empty;
}
