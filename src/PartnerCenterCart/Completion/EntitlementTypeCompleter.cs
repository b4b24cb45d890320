namespace PartnerCenterCart.Commands;

/// <summary>What entitlements are of.</summary>
public sealed class EntitlementTypeCompleter : ListCompleter
{
    /// <summary>The old spelling of reservations is left out.</summary>
    public EntitlementTypeCompleter()
        : base(EntitlementType.Software, EntitlementType.ReservedInstance)
    {
    }
}
