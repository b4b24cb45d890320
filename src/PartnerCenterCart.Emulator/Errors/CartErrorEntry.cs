namespace PartnerCenterCart.Emulation;

/// <summary>One row of CartErrorCode (models.md section 5).</summary>
internal sealed record CartErrorEntry
{
    public string Name { get; init; } = string.Empty;

    public int Number { get; init; }

    public string Text { get; init; } = string.Empty;

    /// <summary>The code with which the line's order group fails at checkout. Only AttestationNotAccepted has a documented one (behaviours.md section 6.8); the others are the nearest in meaning.</summary>
    public string OrderErrorCode { get; init; } = string.Empty;
}
