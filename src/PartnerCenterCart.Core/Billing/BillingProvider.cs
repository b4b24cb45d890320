namespace PartnerCenterCart;

/// <summary>Which system of the service charged something.</summary>
public static class BillingProvider
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>Legacy licences.</summary>
    public const string Office = "office";

    /// <summary>Legacy Azure (MS-AZR-0145P).</summary>
    public const string Azure = "azure";

    /// <summary>All modern purchases, and the usage of Azure plans and marketplace products.</summary>
    public const string OneTime = "one_time";

    /// <summary>Older spelling of <see cref="OneTime"/> for usage; rows of daily usage still say so.</summary>
    public const string Marketplace = "marketplace";

    /// <summary>Older unbilled estimates, licences and usage mixed.</summary>
    public const string All = "all";

    /// <summary>Documented and not seen.</summary>
    public const string AzureDataMarket = "azure_data_market";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, Office, nameof(Office)),
        (2, Azure, nameof(Azure)),
        (3, OneTime, nameof(OneTime)),
        (4, Marketplace, nameof(Marketplace)),
        (5, All, nameof(All)),
        (6, AzureDataMarket, nameof(AzureDataMarket)));

    /// <summary>As the query has it: <c>onetime</c>. Unknown text as it is.</summary>
    internal static string InQuery(string provider) => (Known.NameOf(provider) ?? provider).ToLowerInvariant();
}
