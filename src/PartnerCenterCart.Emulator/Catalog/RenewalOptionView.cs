namespace PartnerCenterCart.Emulation;

/// <summary>RenewalInstructionOption (models.md section 3).</summary>
internal sealed record RenewalOptionView
{
    public string? RenewToId { get; init; }

    public bool IsAutoRenewable { get; init; }
}
