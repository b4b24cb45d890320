namespace PartnerCenterCart.Emulation;

/// <summary>KeyValue pair (models.md section 1).</summary>
internal sealed record Participant
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}
