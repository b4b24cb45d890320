namespace PartnerCenterCart;

/// <summary>What an invoice is for.</summary>
public static class InvoiceType
{
    /// <summary>Legacy licences and legacy Azure.</summary>
    public const string Recurring = "recurring";

    /// <summary>New commerce, whether it recurs or not.</summary>
    public const string OneTime = "one_time";

    /// <summary>The documented values and their spellings; <c>Recurring</c> and <c>OneTime</c> on the wire.</summary>
    public static KnownText Known { get; } = new(
        (0, Recurring, nameof(Recurring)),
        (1, OneTime, nameof(OneTime)));
}
