namespace PartnerCenterCart.Emulation;

/// <summary>The rows of behaviours.md section 7.</summary>
internal enum ItemFamily
{
    NewCommerce,
    Reservation,
    SavingsPlan,
    AzurePlan,
    LegacyAzure,
    PerpetualSoftware,
    SoftwareSubscription,
    MarketplaceSaaS,
    LegacyLicence,
}
