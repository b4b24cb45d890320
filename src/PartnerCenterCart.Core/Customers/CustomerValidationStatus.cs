namespace PartnerCenterCart;

/// <summary>Where the vetting of a customer stands (contract: models.md, section 2). No status at all does not stop purchases.</summary>
public static class CustomerValidationStatus
{
    /// <summary>May buy.</summary>
    public const string Allowed = "Allowed";

    /// <summary>Being looked at; may not buy until that is settled.</summary>
    public const string UnderReview = "UnderReview";

    /// <summary>Rejected; may not buy.</summary>
    public const string NotAllowed = "NotAllowed";

    /// <summary>Not known to the service; may not buy.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Not there yet; the documents do not say whether it stops purchases.</summary>
    public const string NotReady = "Not Ready";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Allowed, nameof(Allowed)),
        (1, UnderReview, nameof(UnderReview)),
        (2, NotAllowed, nameof(NotAllowed)),
        (3, Unknown, nameof(Unknown)),
        (4, NotReady, nameof(NotReady)));

    /// <summary>Whether a status stops purchases; null where the documents do not say.</summary>
    public static bool? BlocksPurchase(string? status) => Known.Normalize(status) switch
    {
        Allowed => false,
        UnderReview or NotAllowed or Unknown => true,
        _ => null,
    };
}
