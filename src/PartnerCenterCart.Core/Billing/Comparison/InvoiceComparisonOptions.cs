using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>What counts as equal, and what is due.</summary>
public sealed class InvoiceComparisonOptions
{
    /// <summary>How far two prices for one may be apart; half a cent unless told.</summary>
    public decimal PriceTolerance { get; set; } = 0.005m;

    /// <summary>Only these customers: rows of others, and what others ordered, are passed over. None means all.</summary>
    public IReadOnlyList<string> CustomerIds { get; set; } = Array.Empty<string>();

    /// <summary>First day that the invoice is for; null takes it from the invoice, else the month of the latest charge.</summary>
    public DateTimeOffset? PeriodStart { get; set; }

    /// <summary>Last day that the invoice is for; null takes it from the invoice, else the month of the latest charge.</summary>
    public DateTimeOffset? PeriodEnd { get; set; }
}
