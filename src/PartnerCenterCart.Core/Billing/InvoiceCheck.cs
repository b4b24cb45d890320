using System;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Refuses what cannot be asked of invoices, before anything is sent.</summary>
public static class InvoiceCheck
{
    /// <summary>The most rows on a page, and what the service sends unless told otherwise.</summary>
    public const int LargestPage = 2000;

    /// <summary>An invoice id, with or without its type in front: <c>G000024135</c>, <c>OneTime-G000024135</c>.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string InvoiceId(string? value) => CatalogCheck.Id(value, "invoice id", "G000024135", "Get-PartnerInvoice lists invoices.");

    /// <summary>The id of a tax receipt.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string ReceiptId(string? value) => CatalogCheck.Id(value, "tax receipt id", "123456", "It is the Id in the TaxReceipts of an invoice that was read by id; they exist for Taiwan.");

    /// <summary>A currency in capitals.</summary>
    /// <exception cref="PartnerException">InvalidInput: not three letters.</exception>
    public static string Currency(string? value)
    {
        string text = value?.Trim().ToUpperInvariant() ?? string.Empty;
        return text.Length == 3 && text.All(c => c is >= 'A' and <= 'Z')
            ? text
            : throw PartnerException.InvalidInput(text.Length == 0
                ? "The currency is missing. Three letters of ISO 4217 are expected, such as USD or EUR."
                : $"'{value!.Trim()}' is not a currency. Three letters of ISO 4217 are expected, such as USD or EUR.");
    }

    /// <summary>A provider in the service's spelling.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string Provider(string? value) => CatalogCheck.Documented(value ?? string.Empty, BillingProvider.Known, "billing provider");

    /// <summary>A kind of line items in the service's spelling.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string LineItemType(string? value) =>
        InvoiceLineItemType.Normalize(value) is { } known and not InvoiceLineItemType.None
            ? known
            : throw PartnerException.InvalidInput($"'{value?.Trim()}' is not a kind of line items. One of these is expected: BillingLineItems (billing), UsageLineItems (usage).");

    /// <summary>A period of open charges in the service's spelling.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string Period(string? value) =>
        BillingPeriod.Known.Normalize(value) is { } known and not BillingPeriod.None
            ? known
            : throw PartnerException.InvalidInput($"'{value?.Trim()}' is not a billing period. One of these is expected: Current, Previous.");

    /// <summary>The size of a page; null leaves it to the service.</summary>
    /// <exception cref="PartnerException">InvalidInput: not from 1 to 2000.</exception>
    public static string? PageSize(int? value) => value is null or (>= 1 and <= LargestPage)
        ? value?.ToString(CultureInfo.InvariantCulture)
        : throw PartnerException.InvalidInput($"{value.Value.ToString(CultureInfo.InvariantCulture)} is not the size of a page. A whole number from 1 to {LargestPage.ToString(CultureInfo.InvariantCulture)} is expected.");

    /// <summary>Whether two ids mean the same invoice; one of them may have its type in front.</summary>
    public static bool SameInvoice(string? left, string? right) => left != null && right != null && string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string id) => id.Substring(id.IndexOf('-') + 1);
}
