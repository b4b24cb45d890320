namespace PartnerCenterCart;

/// <summary>How a subscription is billed.</summary>
public static class BillingType
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>By use.</summary>
    public const string Usage = "usage";

    /// <summary>By licence.</summary>
    public const string License = "license";

    /// <summary>As a benefit: savings plans.</summary>
    public const string Benefit = "benefit";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, Usage, nameof(Usage)),
        (2, License, nameof(License)),
        (3, Benefit, nameof(Benefit)));
}
