using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>All comparisons of one currency together; their totals and the remainder are the total of the invoice.</summary>
public sealed class InvoiceComparisonSummary
{
    private readonly Dictionary<InvoiceComparisonStatus, int> counts = new();

    internal InvoiceComparisonSummary(string? currency) => Currency = currency;

    /// <summary>ISO code of the billing currency.</summary>
    public string? Currency { get; }

    /// <summary>Rows that were compared, those of daily usage beside charges left out.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows of daily usage that explain charges; their amounts are no part of the totals.</summary>
    public long UsageRows { get; private set; }

    /// <summary>Charged as ordered.</summary>
    public int Matched => Count(InvoiceComparisonStatus.Matched);

    /// <summary>Charged, not ordered.</summary>
    public int NotOrdered => Count(InvoiceComparisonStatus.NotOrdered);

    /// <summary>Ordered, not charged.</summary>
    public int NotCharged => Count(InvoiceComparisonStatus.NotCharged);

    /// <summary>Another quantity or price than was ordered, or another charge than the usage comes to.</summary>
    public int Different => Count(InvoiceComparisonStatus.UsageDiffers) + Count(InvoiceComparisonStatus.QuantityDiffers) + Count(InvoiceComparisonStatus.PriceDiffers) + Count(InvoiceComparisonStatus.QuantityAndPriceDiffer);

    /// <summary>Charged to customers whose orders could not be read.</summary>
    public int NotCompared => Count(InvoiceComparisonStatus.NotCompared);

    /// <summary>Usage of known subscriptions.</summary>
    public int Usage => Count(InvoiceComparisonStatus.Usage);

    /// <summary>Before tax, all rows together.</summary>
    public decimal Subtotal { get; private set; }

    /// <summary>Tax, all rows together.</summary>
    public decimal Tax { get; private set; }

    /// <summary>With tax, all rows together, with every digit.</summary>
    public decimal Total { get; private set; }

    /// <summary>What is between the rows and the invoice; 0 where they agree, null where the total of the invoice is not known.</summary>
    public decimal? Remainder => InvoiceTotal - Total;

    /// <summary>What the invoice says; null where that is not known.</summary>
    public decimal? InvoiceTotal { get; internal set; }

    /// <summary>Whether all is charged as ordered and the total agrees but for rounding.</summary>
    public bool IsClean => NotOrdered + NotCharged + NotCompared + Different + Count(InvoiceComparisonStatus.Unexplained) == 0;

    /// <summary>Counts and totals in one line.</summary>
    public override string ToString() =>
        $"{Matched} matched, {NotOrdered} not ordered, {NotCharged} not charged, {Different} different; {InvoiceComparison.Shown(Total)} {Currency}";

    internal void Add(InvoiceComparison comparison)
    {
        counts[comparison.Status] = Count(comparison.Status) + 1;
        if (comparison.Status is not (InvoiceComparisonStatus.Rounding or InvoiceComparisonStatus.Unexplained))
        {
            Rows += comparison.Rows;
            UsageRows += comparison.UsageRows;
            Subtotal += comparison.Subtotal;
            Tax += comparison.Tax;
            Total += comparison.Total;
        }
    }

    private int Count(InvoiceComparisonStatus status) => counts.TryGetValue(status, out int count) ? count : 0;
}
