namespace PartnerCenterCart;

/// <summary>Which of an invoice's two kinds of lines.</summary>
public static class InvoiceLineItemType
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>What was used, day by day.</summary>
    public const string UsageLineItems = "usage_line_items";

    /// <summary>What was charged.</summary>
    public const string BillingLineItems = "billing_line_items";

    /// <summary>The documented values and their spellings; <c>usage</c> and <c>billing</c> mean the same.</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, UsageLineItems, nameof(UsageLineItems)),
        (2, BillingLineItems, nameof(BillingLineItems)));

    /// <summary>The preferred text of any spelling, short ones included; null for a value that is not documented.</summary>
    public static string? Normalize(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "billing" => BillingLineItems,
        "usage" => UsageLineItems,
        _ => Known.Normalize(text),
    };
}
