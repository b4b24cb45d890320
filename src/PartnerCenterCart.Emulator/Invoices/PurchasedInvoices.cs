using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>One invoice for each month, currency and order system, made from what was bought.</summary>
internal sealed class PurchasedInvoices(EmulatorState state, CatalogIndex catalog)
{
    public IEnumerable<Invoice> All(DateTimeOffset now)
    {
        // The last period whose invoice is out by now.
        DateTimeOffset last = BillingCalendar.Month(now).AddMonths(-1);
        last = BillingCalendar.InvoiceDate(last) <= now ? last : last.AddMonths(-1);
        return new BillingRun(state, catalog).Charges(last.AddMonths(1))
            .Where(charge => charge.BookedAt < last.AddMonths(1))
            .GroupBy(charge => (Period: BillingCalendar.Month(charge.BookedAt), charge.Currency, IsLegacy: LineSets.IsLegacy(charge.Kind)))
            .Select(group => Make(group.Key.Period, group.Key.Currency, group.Key.IsLegacy, group));
    }

    /// <summary>What is open of a month: nothing once it was billed.</summary>
    public IReadOnlyList<Charge> Unbilled(DateTimeOffset period, string currency, DateTimeOffset now) => BillingCalendar.InvoiceDate(period) <= now ? [] :
        new BillingRun(state, catalog).Charges(now.AddTicks(1))
            .Where(charge => BillingCalendar.Month(charge.BookedAt) == period && string.Equals(charge.Currency, currency, StringComparison.OrdinalIgnoreCase) && !LineSets.IsLegacy(charge.Kind))
            .OrderBy(charge => charge.BookedAt).ToList();

    private static Invoice Make(DateTimeOffset period, string currency, bool legacy, IEnumerable<Charge> charges)
    {
        string id = IdOf(period, currency, legacy);
        Dictionary<LineKind, ILineSource> lines = charges.Select(charge => charge with { InvoiceNumber = id })
            .OrderBy(charge => charge.BookedAt).ThenBy(charge => charge.OrderId, StringComparer.Ordinal)
            .GroupBy(charge => charge.Kind)
            .ToDictionary(group => group.Key, group => (ILineSource)new ChargeLines(group.ToList()));
        decimal total = lines.Where(pair => LineSets.Type(pair.Key) == LineSets.BillingType).Sum(pair => pair.Value.Sum(charge => charge.Total));
        return new Invoice(id, legacy ? Invoice.Recurring : Invoice.OneTime, currency, BillingCalendar.InvoiceDate(period), lines)
        {
            Total = total,
            Version = id + "/" + string.Join("/", lines.Select(pair => pair.Value.Count.ToString(CultureInfo.InvariantCulture))),
        };
    }

    // The shapes of the published ids; year and month are in them, the rest says the currency.
    private static string IdOf(DateTimeOffset period, string currency, bool legacy)
    {
        string month = period.ToString("yyMM", CultureInfo.InvariantCulture);
        ulong hash = StableHash.Of("invoice/" + currency);
        if (!legacy)
        {
            return "G" + month + (hash % 100_000).ToString("D5", CultureInfo.InvariantCulture);
        }

        char[] letters = new char[4];
        for (int index = 0; index < letters.Length; index++)
        {
            letters[index] = (char)('A' + (int)(hash % 26));
            hash /= 26;
        }

        return "D0" + month + new string(letters);
    }
}
