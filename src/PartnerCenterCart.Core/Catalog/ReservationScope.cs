namespace PartnerCenterCart;

/// <summary>What a reservation has to fit; without it, legacy MS-AZR-0145P subscriptions.</summary>
public static class ReservationScope
{
    /// <summary>An Azure plan.</summary>
    public const string AzurePlan = "AzurePlan";

    /// <summary>The documented value.</summary>
    public static KnownText Known { get; } = new(
        (0, AzurePlan, nameof(AzurePlan)));
}
