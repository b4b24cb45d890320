namespace PartnerCenterCart;

/// <summary>Where a subscription stands.</summary>
public static class SubscriptionStatus
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>Can be used.</summary>
    public const string Active = "active";

    /// <summary>Cannot be used for now.</summary>
    public const string Suspended = "suspended";

    /// <summary>Cancelled.</summary>
    public const string Deleted = "deleted";

    /// <summary>Over.</summary>
    public const string Expired = "expired";

    /// <summary>Not there yet.</summary>
    public const string Pending = "pending";

    /// <summary>Switched off.</summary>
    public const string Disabled = "disabled";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, Active, nameof(Active)),
        (2, Suspended, nameof(Suspended)),
        (3, Deleted, nameof(Deleted)),
        (4, Expired, nameof(Expired)),
        (5, Pending, nameof(Pending)),
        (6, Disabled, nameof(Disabled)));
}
