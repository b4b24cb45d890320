namespace PartnerCenterCart.Emulation;

internal sealed record RenewsTo
{
    public string? TermDuration { get; init; }
}
