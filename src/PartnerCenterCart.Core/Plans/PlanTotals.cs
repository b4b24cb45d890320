using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;

namespace PartnerCenterCart;

/// <summary>What a tested plan comes to.</summary>
internal static class PlanTotals
{
    public static IReadOnlyList<PurchasePlanTotal> Of(IReadOnlyList<PurchasePlanRow> rows) => rows
        .GroupBy(row => row.CurrencyCode)
        .Select(group => new PurchasePlanTotal(group.Key, group.Count(), group.Sum(row => (long)(row.Quantity ?? 0)), Amount(group)))
        .OrderBy(total => total.CurrencyCode, StringComparer.Ordinal)
        .ToList();

    /// <summary>The earliest end of the periods that the catalogue names; null where it names none.</summary>
    public static DateTimeOffset? CancelUntil(IReadOnlyList<PurchasePlanRow> rows, DateTimeOffset boughtAt)
    {
        List<DateTimeOffset> ends = rows.Select(row => End(row.CancellationPeriod, boughtAt)).OfType<DateTimeOffset>().ToList();
        return ends.Count == 0 ? null : ends.Min();
    }

    // The catalogue of the contract holds no prices; what a commitment costs, the line itself says.
    private static decimal? Amount(IEnumerable<PurchasePlanRow> rows) =>
        rows.All(row => row.Line.Pricing?.ExtendedPrice != null) ? rows.Sum(row => row.Line.Pricing!.ExtendedPrice) : null;

    private static DateTimeOffset? End(string? period, DateTimeOffset from)
    {
        try
        {
            return string.IsNullOrEmpty(period) ? null : from + XmlConvert.ToTimeSpan(period!);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
