namespace PartnerCenterCart;

/// <summary>How far the provisioning of a line is (contract: models.md, section 6).</summary>
public static class ProvisioningState
{
    /// <summary>Done.</summary>
    public const string Fulfilled = "fulfilled";

    /// <summary>Will not come: cancelled.</summary>
    public const string Unfulfilled = "unfulfilled";

    /// <summary>Not there yet.</summary>
    public const string Pending = "prefulfillmentPending";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Fulfilled, nameof(Fulfilled)),
        (1, Unfulfilled, nameof(Unfulfilled)),
        (2, Pending, "PrefulfillmentPending"));

    /// <summary>Whether nothing more will happen; a text that nobody knows settles nothing.</summary>
    internal static bool IsSettled(string? status) => Known.Normalize(status) is Fulfilled or Unfulfilled;
}
