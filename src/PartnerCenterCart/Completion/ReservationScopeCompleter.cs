namespace PartnerCenterCart.Commands;

/// <summary>The documented reservation scope of the catalogue.</summary>
public sealed class ReservationScopeCompleter : ListCompleter
{
    /// <summary>AzurePlan; leaving it out is the other choice.</summary>
    public ReservationScopeCompleter()
        : base(ReservationScope.AzurePlan)
    {
    }
}
