namespace PartnerCenterCart;

/// <summary>What a customer is to the partner.</summary>
public static class CustomerPartnerRelationship
{
    /// <summary>Unset.</summary>
    public const string Unknown = "unknown";

    /// <summary>The partner resells to it.</summary>
    public const string Reseller = "reseller";

    /// <summary>The partner advises it.</summary>
    public const string Advisor = "advisor";

    /// <summary>A syndication partner.</summary>
    public const string Syndication = "syndication";

    /// <summary>Microsoft support.</summary>
    public const string MicrosoftSupport = "microsoft_support";

    /// <summary>No relationship.</summary>
    public const string None = "none";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, Unknown, nameof(Unknown)),
        (1, Reseller, nameof(Reseller)),
        (2, Advisor, nameof(Advisor)),
        (3, Syndication, nameof(Syndication)),
        (4, MicrosoftSupport, nameof(MicrosoftSupport)),
        (5, None, nameof(None)));
}
