namespace PartnerCenterCart.Commands;

/// <summary>The documented billing cycles.</summary>
public sealed class BillingCycleCompleter : ListCompleter
{
    /// <summary>Offers them all but "unknown", which nobody can ask for.</summary>
    public BillingCycleCompleter()
        : base(BillingCycleType.Monthly, BillingCycleType.Annual, BillingCycleType.OneTime, BillingCycleType.None, BillingCycleType.Triennial, BillingCycleType.Biennial)
    {
    }
}
