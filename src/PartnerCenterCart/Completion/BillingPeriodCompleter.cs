namespace PartnerCenterCart.Commands;

/// <summary>Periods of open charges.</summary>
public sealed class BillingPeriodCompleter : ListCompleter
{
    /// <summary>The running one first.</summary>
    public BillingPeriodCompleter()
        : base("Current", "Previous")
    {
    }
}
