using System;

namespace PartnerCenterCart.Emulation;

/// <summary>What a line costs (models.md Pricing).</summary>
internal static class PriceQuote
{
    // Dividing by this takes trailing zeros off, so that 30.40 is written 30.4.
    private const decimal OneWithManyZeros = 1.0000000000000000000000000000m;
    private const int HoursPerYear = 24 * 365;

    /// <summary>Null where the catalog has no price in the line's currency.</summary>
    public static Pricing? For(CatalogItem item, CartLine line, decimal discount, DateTimeOffset now)
    {
        if (item.Family == ItemFamily.SavingsPlan)
        {
            return Commitment(line);
        }

        CatalogTerm? term = item.FindTerm(line.TermDuration, line.BillingCycle) ?? item.FindTerm(TermOf(item, line), line.BillingCycle);
        if (term?.Prices is null || !term.Prices.TryGetValue(line.CurrencyCode ?? Market.PartnerCurrency, out decimal list))
        {
            return null;
        }

        decimal discounted = Round(list * (1 - discount));
        decimal prorated = Round(discounted * Share(line, now));
        int periods = Math.Max(1, TermDuration.Months(term.Duration) / Math.Max(1, BillingCycle.Months(term.Cycle)));
        // A cycle that is no period (one_time, none) is charged once for the whole term.
        int charges = BillingCycle.Months(term.Cycle) == 0 ? 1 : periods;
        return Prices(list, discounted, prorated, Round(prorated * charges * line.Quantity!.Value));
    }

    /// <summary>The term that holds for a line that names none: older reservation lines carry a duration instead (behaviours.md section 7).</summary>
    public static string? TermOf(CatalogItem item, CartLine line) =>
        !string.IsNullOrEmpty(line.TermDuration) ? line.TermDuration
        : item.Availability.Terms.Count > 0 ? item.Availability.Terms[0].Duration
        : null;

    // 0.05 an hour for a year is 438, as in the published savings plan orders.
    private static Pricing? Commitment(CartLine line)
    {
        if (line.PurchaseCommitment?.Amount is not { } amount)
        {
            return null;
        }

        decimal total = Round(amount * HoursPerYear * Math.Max(1, TermDuration.Months(line.TermDuration) / 12));
        return Prices(total, total, total, total);
    }

    // The first term of a line with its own end date is cut short, and so is its price.
    private static decimal Share(CartLine line, DateTimeOffset now)
    {
        int months = TermDuration.Months(line.TermDuration);
        if (months == 0 || !Timestamp.TryParse(line.CustomTermEndDate, out DateTimeOffset end) || end <= now)
        {
            return 1;
        }

        double whole = (now.AddMonths(months) - now).TotalDays;
        return Math.Min(1, (decimal)((end - now).TotalDays / whole));
    }

    private static Pricing Prices(decimal list, decimal discounted, decimal prorated, decimal extended) => new()
    {
        ListPrice = list / OneWithManyZeros,
        DiscountedPrice = discounted / OneWithManyZeros,
        ProratedPrice = prorated / OneWithManyZeros,
        Price = prorated / OneWithManyZeros,
        ExtendedPrice = extended / OneWithManyZeros,
    };

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
