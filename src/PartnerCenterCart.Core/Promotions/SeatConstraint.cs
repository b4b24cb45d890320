namespace PartnerCenterCart;

/// <summary>How many seats a promotion is for.</summary>
public sealed class SeatConstraint : PartnerResource
{
    /// <summary>At least.</summary>
    public int? MinSeats { get; set; }

    /// <summary>At most.</summary>
    public int? MaxSeats { get; set; }

    /// <summary>What is counted: <c>SubscriptionQuantity</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Both ends in one line.</summary>
    public override string ToString() => $"{Type} {MinSeats}..{MaxSeats}";
}
