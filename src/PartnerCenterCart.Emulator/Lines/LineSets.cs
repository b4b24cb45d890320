namespace PartnerCenterCart.Emulation;

/// <summary>Which provider and invoiceLineItemType name a kind of line, in queries and in answers (endpoints.md, Line-item combinations).</summary>
internal static class LineSets
{
    public const string BillingType = "billing_line_items";
    public const string UsageType = "usage_line_items";

    public static bool IsLegacy(LineKind kind) => kind is LineKind.Licence or LineKind.AzureCost or LineKind.AzureUsage;

    public static string Type(LineKind kind) => kind is LineKind.AzureUsage or LineKind.RatedUsage ? UsageType : BillingType;

    public static string Provider(LineKind kind) => kind switch
    {
        LineKind.Licence => "office",
        LineKind.AzureCost or LineKind.AzureUsage => "azure",
        _ => "one_time",
    };

    /// <summary>Last two segments of the link to the lines, as published: Office/BillingLineItems.</summary>
    public static string LinkSegments(LineKind kind) =>
        (kind == LineKind.Licence ? "Office" : IsLegacy(kind) ? "Azure" : "OneTime") + "/" + (Type(kind) == BillingType ? "BillingLineItems" : "UsageLineItems");

    /// <summary>Reads the two values; a pair that the table does not have is the caller's mistake.</summary>
    public static (LineKind Kind, LineShape Shape) Parse(string? provider, string? type)
    {
        if (provider is null || type is null)
        {
            throw new ServiceFault("3000", "The query needs provider and invoiceLineItemType.");
        }

        return (EnumText.Plain(provider), EnumText.Plain(type)) switch
        {
            ("office", "billinglineitems") => (LineKind.Licence, LineShape.V1),
            ("azure", "billinglineitems") => (LineKind.AzureCost, LineShape.V1),
            ("azure", "usagelineitems") => (LineKind.AzureUsage, LineShape.V1),
            ("onetime", "billinglineitems") => (LineKind.Purchase, LineShape.V1),
            ("onetime" or "marketplace", "usagelineitems") => (LineKind.RatedUsage, LineShape.V1),
            ("all", "billinglineitems") => (LineKind.Purchase, LineShape.V1All),
            _ => throw new ServiceFault("3000", "There are no lines for provider '" + provider + "' and invoiceLineItemType '" + type + "'."),
        };
    }
}
