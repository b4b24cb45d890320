using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>Which rows are wanted: those of an invoice, or open charges.</summary>
public sealed class InvoiceLineItemRequest
{
    /// <summary>The invoice; null for open charges.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>The invoice as it was read, which spares reading it again; null where there is only the id.</summary>
    public Invoice? Invoice { get; set; }

    /// <summary>Texts of <see cref="BillingProvider"/>; none, or <c>all</c> among them, means each that the invoice has.</summary>
    public IReadOnlyList<string> Providers { get; set; } = Array.Empty<string>();

    /// <summary>Texts of <see cref="InvoiceLineItemType"/>.</summary>
    public IReadOnlyList<string> LineItemTypes { get; set; } = new[] { InvoiceLineItemType.BillingLineItems };

    /// <summary><see cref="InvoiceLineItemSource.V1"/> or <see cref="InvoiceLineItemSource.V2"/>; null picks by invoice and period.</summary>
    public string? Api { get; set; }

    /// <summary>Open charges: ISO code.</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>Open charges: a text of <see cref="BillingPeriod"/>.</summary>
    public string Period { get; set; } = BillingPeriod.Current;

    /// <summary>Rows on a page of v1.</summary>
    public int? PageSize { get; set; }

    /// <summary>v1: by the older route that the archived SDK has.</summary>
    public bool UseLegacyRoute { get; set; }

    /// <summary>v1: only rows with partner earned credit, or only those without; null does not ask.</summary>
    public bool? HasPartnerEarnedCredit { get; set; }

    /// <summary>Whether there is a v2: the global cloud alone has it.</summary>
    public bool HasV2 { get; set; } = true;

    /// <summary>Opens rows of v2; null where nobody can.</summary>
    internal Func<PartnerClient, InvoiceLineItemSource, InvoiceLineItemReader>? OpenV2 { get; set; }
}
