using System;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Which type a row has, by what it says of itself (contract: models.md, section 9).</summary>
internal static class RowKind
{
    private static readonly Type[] Types =
    {
        typeof(LicenseBasedLineItem), typeof(UsageBasedLineItem), typeof(DailyUsageLineItem), typeof(OneTimeInvoiceLineItem), typeof(DailyRatedUsageLineItem),
    };

    /// <summary>By where rows are from; null where that does not tell.</summary>
    public static Type? Of(InvoiceLineItemSource source) => source.Api != InvoiceLineItemSource.V2 ? Of(source.LineItemType, source.Provider)
        : source.LineItemType == InvoiceLineItemType.UsageLineItems ? typeof(ReconciliationUsageLineItem) : typeof(ReconciliationLineItem);

    /// <summary>By kind and provider, in any spelling; null where they do not tell.</summary>
    public static Type? Of(string? lineItemType, string? provider) => (InvoiceLineItemType.Normalize(lineItemType), BillingProvider.Known.Normalize(provider)) switch
    {
        (InvoiceLineItemType.UsageLineItems, BillingProvider.Azure) => typeof(DailyUsageLineItem),
        (InvoiceLineItemType.UsageLineItems, BillingProvider.Marketplace or BillingProvider.OneTime or BillingProvider.All) => typeof(DailyRatedUsageLineItem),
        (InvoiceLineItemType.BillingLineItems, BillingProvider.Azure) => typeof(UsageBasedLineItem),
        (InvoiceLineItemType.BillingLineItems, BillingProvider.Office) => typeof(LicenseBasedLineItem),
        (InvoiceLineItemType.BillingLineItems, BillingProvider.OneTime or BillingProvider.All or BillingProvider.Marketplace) => typeof(OneTimeInvoiceLineItem),
        _ => null,
    };

    /// <summary>By the name of the model; null for one that is not known.</summary>
    public static Type? Named(string? objectType) => Array.Find(Types, type => string.Equals(type.Name, objectType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The type of a row: its own words first, then the name of its model, then what was asked for.</summary>
    public static Type Of(InvoiceLineItem row, Type asked) =>
        asked == typeof(ReconciliationLineItem) || asked == typeof(ReconciliationUsageLineItem) ? asked
        : Of(row.InvoiceLineItemType, row.BillingProvider)
        ?? Named(row.Attributes?.ObjectType ?? LiteralName(row))
        ?? asked;

    // Two published rows have a member with this very name.
    private static string? LiteralName(InvoiceLineItem row) =>
        row.HasUnknown && row.AdditionalProperties.TryGetValue("attributes/objectType", out object? name) ? name as string : null;
}
