namespace PartnerCenterCart;

/// <summary>Who an item is for.</summary>
public static class TargetSegment
{
    /// <summary>Companies.</summary>
    public const string Commercial = "commercial";

    /// <summary>Schools and universities.</summary>
    public const string Education = "education";

    /// <summary>Government.</summary>
    public const string Government = "government";

    /// <summary>Nonprofit organisations; lists of availabilities show these only when asked for.</summary>
    public const string Nonprofit = "nonprofit";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Commercial, nameof(Commercial)),
        (1, Education, nameof(Education)),
        (2, Government, nameof(Government)),
        (3, Nonprofit, nameof(Nonprofit)));
}
