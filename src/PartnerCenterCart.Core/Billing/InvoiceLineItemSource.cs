namespace PartnerCenterCart;

/// <summary>Where rows are from: one set of line items, as it was asked for. Shared by all of its rows.</summary>
public sealed class InvoiceLineItemSource
{
    /// <summary>The interface with pages.</summary>
    public const string V1 = "v1";

    /// <summary>The interface with files.</summary>
    public const string V2 = "v2";

    /// <summary>One set of line items; the texts in any spelling.</summary>
    public InvoiceLineItemSource(string? invoiceId, string provider, string lineItemType, string api, string? currencyCode = null, string? period = null)
    {
        InvoiceId = invoiceId;
        Provider = BillingProvider.Known.Normalize(provider) ?? provider;
        LineItemType = InvoiceLineItemType.Normalize(lineItemType) ?? lineItemType;
        Api = api;
        CurrencyCode = currencyCode;
        Period = period;
    }

    /// <summary>The invoice; null for open charges.</summary>
    public string? InvoiceId { get; }

    /// <summary>A text of <see cref="BillingProvider"/>.</summary>
    public string Provider { get; }

    /// <summary>A text of <see cref="InvoiceLineItemType"/>.</summary>
    public string LineItemType { get; }

    /// <summary><see cref="V1"/> or <see cref="V2"/>.</summary>
    public string Api { get; }

    /// <summary>Open charges: the currency that was asked for.</summary>
    public string? CurrencyCode { get; }

    /// <summary>Open charges: the period that was asked for, a text of <see cref="BillingPeriod"/>.</summary>
    public string? Period { get; }

    /// <summary>All of it in a line, for messages.</summary>
    public override string ToString()
    {
        string what = $"{LineItemType} of {Provider}";
        return InvoiceId == null ? $"unbilled {what} ({Period}, {CurrencyCode})" : $"{what} of invoice {InvoiceId}";
    }
}
