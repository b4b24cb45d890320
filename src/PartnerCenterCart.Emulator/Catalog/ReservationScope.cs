namespace PartnerCenterCart.Emulation;

/// <summary>The reservationScope of endpoints.md, Catalog by country.</summary>
internal enum ReservationScope
{
    /// <summary>Fits MS-AZR-0145P subscriptions; what is shown when no scope is asked for.</summary>
    Legacy,

    AzurePlan,
}
