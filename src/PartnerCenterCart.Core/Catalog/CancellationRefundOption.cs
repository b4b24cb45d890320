namespace PartnerCenterCart;

/// <summary>How much is paid back until when.</summary>
public sealed class CancellationRefundOption : PartnerResource
{
    /// <summary>Position among the steps.</summary>
    public int? SequenceId { get; set; }

    /// <summary><c>Full</c> or <c>Partial</c>.</summary>
    public string? Type { get; set; }

    /// <summary>ISO 8601 duration from the purchase on, such as <c>P1D</c>.</summary>
    public string? ExpiresAfter { get; set; }

    /// <summary>How much and how long in one line.</summary>
    public override string ToString() => $"{Type} {ExpiresAfter}";
}
