using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;

namespace PartnerCenterCart.Emulation;

/// <summary>The invoice of a record. Its patterns are kept as long as the record is.</summary>
internal static class MadeInvoice
{
    private const int UsageDaysOfOneCost = 30;

    private static readonly ConditionalWeakTable<InvoiceRecord, Dictionary<LineKind, ILineSource>> Sources = new();

    public static Invoice Of(InvoiceRecord record, IEnumerable<Invoice> amendments)
    {
        Dictionary<LineKind, ILineSource> sources = Sources.GetValue(record, Make);
        decimal total = Money.Round(sources.Sum(pair => Total(pair.Key, pair.Value, sources.ContainsKey(LineKind.Purchase))));
        return new Invoice(record.Id, record.Type, record.Currency, record.Date, sources)
        {
            Total = total,
            Paid = record.PaidInFull ? total : record.Paid,
            PaidAt = record.PaidAt ?? (record.PaidInFull ? record.Date.AddDays(30) : null),
            DocumentType = record.DocumentType,
            AmendsOf = record.AmendsOf,
            TaxReceipts = record.TaxReceipts,
            Amendments = amendments.ToList(),
            Blobs = record.Blobs,
            Version = WireJson.WriteText(record),
        };
    }

    // Usage is charged by a billing line where there is one, else by itself; daily usage of the old kind has no amounts.
    private static decimal Total(LineKind kind, ILineSource lines, bool billedElsewhere) => kind switch
    {
        LineKind.AzureUsage => 0,
        LineKind.RatedUsage => billedElsewhere ? 0 : lines.Sum(charge => charge.BillingTotal),
        _ => lines.Sum(charge => charge.Total),
    };

    private static Dictionary<LineKind, ILineSource> Make(InvoiceRecord record)
    {
        var sources = new Dictionary<LineKind, ILineSource>();
        bool legacy = record.Type == Invoice.Recurring;
        if (record.UsageLines > 0)
        {
            sources.Add(legacy ? LineKind.AzureUsage : LineKind.RatedUsage, new GeneratedLines(record, legacy ? LineKind.AzureUsage : LineKind.RatedUsage, record.UsageLines));
        }

        if (legacy && record.UsageLines > 0)
        {
            sources.Add(LineKind.AzureCost, new GeneratedLines(record, LineKind.AzureCost, (record.UsageLines + UsageDaysOfOneCost - 1) / UsageDaysOfOneCost));
        }

        if (record.Lines > 0)
        {
            Charge? azure = !legacy && record.UsageLines > 0 ? AzurePlan(record, sources[LineKind.RatedUsage]) : null;
            LineKind kind = legacy ? LineKind.Licence : LineKind.Purchase;
            sources.Add(kind, new GeneratedLines(record, kind, record.Lines, azure));
        }

        return sources;
    }

    // The last billing line stands for all usage, so that usage and bill agree.
    private static Charge AzurePlan(InvoiceRecord record, ILineSource usage)
    {
        Charge first = new LinePattern(record, LineKind.RatedUsage).At(0);
        decimal subtotal = Money.Round(usage.Sum(charge => charge.BillingTotal));
        return first with
        {
            Kind = LineKind.Purchase,
            OrderId = (record.Lines - 1).ToString("D12", CultureInfo.InvariantCulture),
            UnitPrice = subtotal,
            EffectiveUnitPrice = subtotal,
            Quantity = 1,
            Subtotal = subtotal,
            Tax = Money.Tax(subtotal, first.Customer.Country),
            BillingFrequency = "Monthly",
        };
    }
}
