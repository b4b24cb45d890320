namespace PartnerCenterCart.Commands;

/// <summary>Who bills.</summary>
public sealed class BillingProviderCompleter : ListCompleter
{
    /// <summary>In the spelling of the old module.</summary>
    public BillingProviderCompleter()
        : base("All", "OneTime", "Office", "Azure", "Marketplace")
    {
    }
}
