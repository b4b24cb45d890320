using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>An invoice, or a note that changes one (contract: models.md, section 9).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Invoice : PartnerResource
{
    /// <summary>Such as <c>D02005YFHI</c> (recurring), <c>G000024135</c> (new commerce) or <c>T000001234</c> (usage).</summary>
    public string? Id { get; set; }

    /// <summary>Its date.</summary>
    public DateTimeOffset? InvoiceDate { get; set; }

    /// <summary>What it is for begins then; only where it was read alone.</summary>
    public DateTimeOffset? BillingPeriodStartDate { get; set; }

    /// <summary>What it is for ends then; only where it was read alone.</summary>
    public DateTimeOffset? BillingPeriodEndDate { get; set; }

    /// <summary>With adjustments.</summary>
    public decimal? TotalCharges { get; set; }

    /// <summary>Negative when a payment came in.</summary>
    public decimal? PaidAmount { get; set; }

    /// <summary>ISO code.</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>Such as £.</summary>
    public string? CurrencySymbol { get; set; }

    /// <summary>Where the document is for half an hour; documented for single reads only, and present in lists.</summary>
    public string? PdfDownloadLink { get; set; }

    /// <summary>Receipts of paid tax; they exist for Taiwan.</summary>
    [JsonConverter(typeof(ResourceListConverter<TaxReceipt>))]
    public List<TaxReceipt>? TaxReceipts { get; set; }

    /// <summary>Which sets of line items it has.</summary>
    [JsonConverter(typeof(ResourceListConverter<InvoiceDetail>))]
    public List<InvoiceDetail>? InvoiceDetails { get; set; }

    /// <summary>Notes that change it.</summary>
    [JsonConverter(typeof(ResourceListConverter<Invoice>))]
    public List<Invoice>? Amendments { get; set; }

    /// <summary>A text of <see cref="InvoiceDocumentType"/>; unknown text is kept.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Which document this one changes.</summary>
    public string? AmendsOf { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.InvoiceType"/> in the service's spelling: <c>Recurring</c>, <c>OneTime</c>.</summary>
    public string? InvoiceType { get; set; }

    /// <summary>Such as <c>active</c> and <c>void</c>; older answers have none.</summary>
    public string? Status { get; set; }

    /// <summary>The tax receipts under an odd name that the documentation has; <see cref="AllTaxReceipts"/> reads both.</summary>
    [JsonConverter(typeof(ResourceListConverter<TaxReceipt>))]
    public List<TaxReceipt>? CollectionOfSummary { get; set; }

    /// <summary>Ids in them have the type in front: <c>/invoices/Recurring-D02005YFHI</c>.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Model and version.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? InvoiceId => Id;

    /// <summary>The tax receipts under whichever name they came.</summary>
    [JsonIgnore]
    public IReadOnlyList<TaxReceipt> AllTaxReceipts => TaxReceipts is { Count: > 0 } ? TaxReceipts : CollectionOfSummary ?? new List<TaxReceipt>();

    /// <summary>Id, amount and currency.</summary>
    public override string ToString() => $"{Id}: {TotalCharges} {CurrencyCode}";
}
