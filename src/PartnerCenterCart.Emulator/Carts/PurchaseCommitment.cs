namespace PartnerCenterCart.Emulation;

internal sealed record PurchaseCommitment
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Grain { get; init; }
}
