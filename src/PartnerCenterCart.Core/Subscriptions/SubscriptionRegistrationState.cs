namespace PartnerCenterCart;

/// <summary>Where the registration for reservations stands.</summary>
public static class SubscriptionRegistrationState
{
    /// <summary>Done.</summary>
    public const string Registered = "registered";

    /// <summary>Running.</summary>
    public const string Registering = "registering";

    /// <summary>Not asked for.</summary>
    public const string NotRegistered = "notregistered";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Registered, nameof(Registered)),
        (1, Registering, nameof(Registering)),
        (2, NotRegistered, nameof(NotRegistered)));
}
