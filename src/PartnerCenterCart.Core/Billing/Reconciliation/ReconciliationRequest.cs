using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>What an export of Microsoft Graph shall hold: an invoice, or what is not billed yet; its charges, or its daily rated usage.</summary>
public sealed class ReconciliationRequest
{
    private static readonly Regex InvoiceForm = new("^(?:[A-Za-z]+-)?([A-Za-z]{0,2}[0-9A-Za-z]{4,30})$", RegexOptions.CultureInvariant);
    private static readonly Regex CurrencyForm = new("^[A-Za-z]{3}$", RegexOptions.CultureInvariant);

    private ReconciliationRequest(string? invoiceId, string? currency, string? period, bool isUsage, string? attributeSet)
    {
        InvoiceId = invoiceId;
        Currency = currency;
        Period = period;
        IsUsage = isUsage;
        AttributeSet = ReconciliationAttributeSet.Known.Normalize(attributeSet ?? ReconciliationAttributeSet.Full)
            ?? throw PartnerException.InvalidInput($"'{attributeSet}' is not an attribute set. One of {string.Join(", ", ReconciliationAttributeSet.Known.Texts)} is expected.");
    }

    /// <summary>The invoice; null for what is not billed yet.</summary>
    public string? InvoiceId { get; }

    /// <summary>Billing currency of what is not billed yet; null for an invoice.</summary>
    public string? Currency { get; }

    /// <summary><c>current</c> or <c>last</c>; null for an invoice.</summary>
    public string? Period { get; }

    /// <summary>Daily rated usage instead of charges.</summary>
    public bool IsUsage { get; }

    /// <summary>A text of <see cref="ReconciliationAttributeSet"/>.</summary>
    public string AttributeSet { get; }

    /// <summary>In words, for messages.</summary>
    internal string Title => $"the {(IsUsage ? "daily rated usage" : "line items")} {(InvoiceId != null ? "of invoice " + InvoiceId : $"not billed yet ({Period} period, {Currency})")}";

    /// <summary>Names the folder of a cache; one for each thing that can be exported.</summary>
    internal string Key => string.Join("-", new[] { IsUsage ? "usage" : "charges", InvoiceId ?? $"unbilled-{Currency}-{Period}", AttributeSet });

    internal ResourcePath Path
    {
        get
        {
            // The usage routes leave "reconciliation" out (contract: newer-facts.md).
            ResourcePath root = ResourcePath.GraphBilling.Add(IsUsage ? "usage" : "reconciliation");
            return root.Add(InvoiceId != null ? "billed" : "unbilled", "export");
        }
    }

    internal Dictionary<string, string> Body => InvoiceId != null
        ? new Dictionary<string, string> { ["invoiceId"] = InvoiceId, ["attributeSet"] = AttributeSet }
        : new Dictionary<string, string> { ["currencyCode"] = Currency!, ["billingPeriod"] = Period!, ["attributeSet"] = AttributeSet };

    /// <summary>An invoice.</summary>
    /// <param name="invoiceId">Its id; the form with the type in front, as links have it, is understood.</param>
    /// <param name="isUsage">Daily rated usage instead of charges.</param>
    /// <param name="attributeSet">A text of <see cref="ReconciliationAttributeSet"/>; null is full.</param>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static ReconciliationRequest Billed(string? invoiceId, bool isUsage = false, string? attributeSet = null)
    {
        Match match = InvoiceForm.Match(invoiceId?.Trim() ?? string.Empty);
        return match.Success
            ? new ReconciliationRequest(match.Groups[1].Value, null, null, isUsage, attributeSet)
            : throw PartnerException.InvalidInput($"'{invoiceId?.Trim()}' is not an invoice id. Letters and digits such as G016907411 are expected.", "Get-PartnerInvoice lists the invoices.");
    }

    /// <summary>What is not billed yet.</summary>
    /// <param name="currency">Billing currency, such as USD.</param>
    /// <param name="period"><c>current</c>, or <c>last</c>, which v1 calls <c>previous</c>.</param>
    /// <param name="isUsage">Daily rated usage instead of charges.</param>
    /// <param name="attributeSet">A text of <see cref="ReconciliationAttributeSet"/>; null is full.</param>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static ReconciliationRequest Unbilled(string? currency, string? period = "current", bool isUsage = false, string? attributeSet = null)
    {
        string code = currency?.Trim() ?? string.Empty;
        if (!CurrencyForm.IsMatch(code))
        {
            throw PartnerException.InvalidInput($"'{code}' is not a currency. An ISO code such as USD is expected.");
        }

        string? known = period?.Trim().ToUpperInvariant() switch
        {
            "CURRENT" => "current",
            "LAST" or "PREVIOUS" => "last",
            _ => null,
        };
        return known != null
            ? new ReconciliationRequest(null, code.ToUpperInvariant(), known, isUsage, attributeSet)
            : throw PartnerException.InvalidInput($"'{period}' is not a billing period. One of current, previous is expected.");
    }

    /// <summary>What a set of line items is in Microsoft Graph.</summary>
    internal static ReconciliationRequest Of(InvoiceLineItemSource source, string? attributeSet)
    {
        bool isUsage = source.LineItemType == InvoiceLineItemType.UsageLineItems;
        return source.InvoiceId != null ? Billed(source.InvoiceId, isUsage, attributeSet) : Unbilled(source.CurrencyCode, source.Period, isUsage, attributeSet);
    }

    /// <summary>In words.</summary>
    public override string ToString() => Title;
}
