using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.unbilledLineItems: open charges of this month and, until its invoice is out, of the last.</summary>
internal sealed class UnbilledLines(CatalogIndex catalog)
{
    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("invoices.unbilledLineItems", "GET", ResourcePath.Invoices + "/unbilled/lineitems", Get);
    }

    public static string Currency(QueryValues query)
    {
        string code = query["currencyCode"] ?? throw new ServiceFault("3000", "The query needs currencyCode.");
        return code.Length == 3 && code.All(letter => letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z') ? code.ToUpperInvariant() : throw new ServiceFault("3000", "'" + code + "' is no currency.");
    }

    /// <summary>First day of the month that is meant.</summary>
    public static DateTimeOffset Period(string? text, string previous, DateTimeOffset now) =>
        string.Equals(text, "current", StringComparison.OrdinalIgnoreCase) ? BillingCalendar.Month(now)
        : string.Equals(text, previous, StringComparison.OrdinalIgnoreCase) ? BillingCalendar.Month(now).AddMonths(-1)
        : throw new ServiceFault("3000", "The period is current or " + previous + ".");

    private EmulatorResponse Get(OperationContext context)
    {
        (LineKind kind, LineShape shape) = LineSets.Parse(context.Query["provider"], LineItemOperations.TypeOf(context.Query));
        if (LineSets.IsLegacy(kind))
        {
            throw new ServiceFault("3000", "Open charges exist for the providers onetime, marketplace and all.");
        }

        string currency = Currency(context.Query);
        DateTimeOffset period = Period(context.Query["period"], "previous", context.Now);
        if (context.Settings.RetiredLineItems && context.Now >= BillingCalendar.UnbilledV1End)
        {
            throw new ServiceFault("800042", "Open charges are served by reconciliation API v2 only since 15 March 2026.");
        }

        if (Waiting.For(BillingCalendar.Month(context.Now), context) is { } waiting)
        {
            return waiting;
        }

        List<Charge> charges = new PurchasedInvoices(context.State, catalog).Unbilled(period, currency, context.Now).Where(charge => charge.Kind == kind).ToList();
        string key = "unbilled/" + kind + "/" + shape + "/" + currency + "/" + period.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture) + "/" + context.Query["hasPartnerEarnedCredit"];
        return LinePages.BySeek(context, LineFilter.Of(new ChargeLines(charges), context.Query), shape, key, published: false);
    }
}
