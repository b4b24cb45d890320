namespace PartnerCenterCart;

/// <summary>How often an item is billed. Constants for C# callers; on the models it is text, because the service adds values.</summary>
public static class BillingCycleType
{
    /// <summary>Unset; occurs on legacy orders.</summary>
    public const string Unknown = "unknown";

    /// <summary>Each month.</summary>
    public const string Monthly = "monthly";

    /// <summary>Each year.</summary>
    public const string Annual = "annual";

    /// <summary>Not billed: trials.</summary>
    public const string None = "none";

    /// <summary>Once.</summary>
    public const string OneTime = "one_time";

    /// <summary>Every three years.</summary>
    public const string Triennial = "triennial";

    /// <summary>Every two years.</summary>
    public const string Biennial = "biennial";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, Unknown, "Unknown"),
        (1, Monthly, "Monthly"),
        (2, Annual, "Annual"),
        (3, None, "None"),
        (4, OneTime, "OneTime"),
        (5, Triennial, "Triennial"),
        (6, Biennial, "Biennial"));
}
