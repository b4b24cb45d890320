namespace PartnerCenterCart.Emulation;

/// <summary>MinimumPurchaseCommitment: the amount is text, and the currency an object (models.md section 3).</summary>
internal sealed record CommitmentView
{
    public string? Grain { get; init; }

    public CurrencyView? CurrencyCode { get; init; }

    public string? Amount { get; init; }
}
