namespace PartnerCenterCart;

/// <summary>A part of the catalogue (contract: models.md, section 3, and newer-facts.md).</summary>
public static class TargetView
{
    /// <summary>Every Azure item.</summary>
    public const string Azure = "Azure";

    /// <summary>All reservations.</summary>
    public const string AzureReservations = "AzureReservations";

    /// <summary>Reservations of virtual machines.</summary>
    public const string AzureReservationsVM = "AzureReservationsVM";

    /// <summary>Reservations of SQL databases.</summary>
    public const string AzureReservationsSQL = "AzureReservationsSQL";

    /// <summary>Reservations of Cosmos DB.</summary>
    public const string AzureReservationsCosmosDb = "AzureReservationsCosmosDb";

    /// <summary>Legacy MS-AZR-0145P and the Azure plan.</summary>
    public const string MicrosoftAzure = "MicrosoftAzure";

    /// <summary>Seats of online services, new commerce included.</summary>
    public const string OnlineServices = "OnlineServices";

    /// <summary>All software.</summary>
    public const string Software = "Software";

    /// <summary>SUSE Linux.</summary>
    public const string SoftwareSUSELinux = "SoftwareSUSELinux";

    /// <summary>Perpetual licences.</summary>
    public const string SoftwarePerpetual = "SoftwarePerpetual";

    /// <summary>Software by subscription.</summary>
    public const string SoftwareSubscriptions = "SoftwareSubscriptions";

    /// <summary>Offers to this partner.</summary>
    public const string SpecializedOffers = "SpecializedOffers";

    /// <summary>SaaS of the marketplace.</summary>
    public const string MarketplaceSaaS = "MarketplaceSaaS";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Azure, nameof(Azure)),
        (1, AzureReservations, nameof(AzureReservations)),
        (2, AzureReservationsVM, nameof(AzureReservationsVM)),
        (3, AzureReservationsSQL, nameof(AzureReservationsSQL)),
        (4, AzureReservationsCosmosDb, nameof(AzureReservationsCosmosDb)),
        (5, MicrosoftAzure, nameof(MicrosoftAzure)),
        (6, OnlineServices, nameof(OnlineServices)),
        (7, Software, nameof(Software)),
        (8, SoftwareSUSELinux, nameof(SoftwareSUSELinux)),
        (9, SoftwarePerpetual, nameof(SoftwarePerpetual)),
        (10, SoftwareSubscriptions, nameof(SoftwareSubscriptions)),
        (11, SpecializedOffers, nameof(SpecializedOffers)),
        (12, MarketplaceSaaS, nameof(MarketplaceSaaS)));
}
