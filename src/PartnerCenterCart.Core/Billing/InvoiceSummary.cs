using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What is owed in one currency; there is no other place for the account balance (contract: models.md, section 9).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class InvoiceSummary : PartnerResource
{
    /// <summary>Unpaid total.</summary>
    public decimal? BalanceAmount { get; set; }

    /// <summary>ISO code.</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>Such as £.</summary>
    public string? CurrencySymbol { get; set; }

    /// <summary>The balance is as of then.</summary>
    public DateTimeOffset? AccountingDate { get; set; }

    /// <summary>The first invoice of the account.</summary>
    public DateTimeOffset? FirstInvoiceCreationDate { get; set; }

    /// <summary>The newest invoice.</summary>
    public DateTimeOffset? LatestInvoiceDate { get; set; }

    /// <summary>Null when nothing was ever paid; the service writes the year 1 for that.</summary>
    public DateTimeOffset? LastPaymentDate { get; set; }

    /// <summary>The last payment.</summary>
    public decimal? LastPaymentAmount { get; set; }

    /// <summary>The same, split by type of invoice; missing inside nested summaries.</summary>
    [JsonConverter(typeof(ResourceListConverter<InvoiceSummaryDetail>))]
    public List<InvoiceSummaryDetail>? Details { get; set; }

    /// <summary>Normally the resource itself.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Model and version.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Amount and currency.</summary>
    public override string ToString() => $"{BalanceAmount} {CurrencyCode}";
}
