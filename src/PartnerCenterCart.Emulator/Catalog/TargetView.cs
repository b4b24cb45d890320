namespace PartnerCenterCart.Emulation;

/// <summary>targetView values (models.md section 3).</summary>
internal static class TargetView
{
    public const string Azure = "Azure";
    public const string AzureReservations = "AzureReservations";
    public const string AzureReservationsVM = "AzureReservationsVM";
    public const string AzureReservationsSql = "AzureReservationsSQL";
    public const string AzureReservationsCosmosDb = "AzureReservationsCosmosDb";
    public const string MicrosoftAzure = "MicrosoftAzure";
    public const string OnlineServices = "OnlineServices";
    public const string Software = "Software";
    public const string SoftwareSuseLinux = "SoftwareSUSELinux";
    public const string SoftwarePerpetual = "SoftwarePerpetual";
    public const string SoftwareSubscriptions = "SoftwareSubscriptions";
    public const string SpecializedOffers = "SpecializedOffers";
    public const string MarketplaceSaaS = "MarketplaceSaaS";

    public static readonly string[] All =
    [
        Azure, AzureReservations, AzureReservationsVM, AzureReservationsSql, AzureReservationsCosmosDb, MicrosoftAzure, OnlineServices,
        Software, SoftwareSuseLinux, SoftwarePerpetual, SoftwareSubscriptions, SpecializedOffers, MarketplaceSaaS,
    ];
}
