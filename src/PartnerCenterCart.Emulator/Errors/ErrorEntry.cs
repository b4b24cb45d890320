namespace PartnerCenterCart.Emulation;

internal sealed record ErrorEntry
{
    public string Code { get; init; } = string.Empty;

    public int Status { get; init; }

    public string Text { get; init; } = string.Empty;

    /// <summary>Set for codes of the customer and agreement services, which answer in the extended shape (behaviours.md section 10).</summary>
    public string? Name { get; init; }

    /// <summary>"yes" or "wait" where a repeat can help; null where it cannot.</summary>
    public string? Retry { get; init; }
}
