namespace PartnerCenterCart;

/// <summary>Which period open charges belong to.</summary>
public static class BillingPeriod
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>The running one.</summary>
    public const string Current = "current";

    /// <summary>The one before, while it is not billed.</summary>
    public const string Previous = "previous";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, Current, nameof(Current)),
        (2, Previous, nameof(Previous)));
}
