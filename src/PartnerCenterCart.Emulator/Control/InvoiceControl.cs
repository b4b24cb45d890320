using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Invoices of any size that a test needs; their lines are made when they are read.</summary>
internal sealed class InvoiceControl(EmulatorBrain brain)
{
    private const int MostLines = 100_000_000;

    private static readonly string[] Members =
    [
        "id", "type", "currency", "date", "lines", "usageLines", "blobs", "seed", "numbersAsText", "brokenRows", "paid", "paidInFull", "paidAt", "documentType", "amendsOf", "taxReceipts",
    ];

    public EmulatorResponse List() => EmulatorResponse.Json(200, new { items = brain.State.Invoices.OrderBy(record => record.Date).ThenBy(record => record.Id, StringComparer.Ordinal) });

    /// <summary>The same id again replaces it.</summary>
    public EmulatorResponse Add(byte[] body)
    {
        JObject json = ControlBody.Parse(body, Members);
        InvoiceRecord wanted = ControlBody.Read<InvoiceRecord>(json);
        if (wanted.Lines is not (>= 0 and <= MostLines) || wanted.UsageLines is not (>= 0 and <= MostLines) || wanted.Lines + wanted.UsageLines == 0)
        {
            throw new ControlFault("lines and usageLines are from 0 to 100000000, and one of them is more than 0.");
        }

        if (wanted.Blobs is not (>= 1 and <= 10_000))
        {
            throw new ControlFault("blobs is from 1 to 10000.");
        }

        if (wanted.Currency.Length != 3)
        {
            throw new ControlFault("currency is a three-letter code.");
        }

        if (wanted.AmendsOf is { } amended && brain.State.Invoice(amended) is null)
        {
            throw new ControlFault("There is no made invoice '" + amended + "' to amend.");
        }

        if (wanted.Date > brain.Clock.Now)
        {
            throw new ControlFault("date is not in the future.");
        }

        string type = ControlBody.OneOf(wanted.Type, Invoice.OneTime, Invoice.Recurring);
        DateTimeOffset date = wanted.Date == default ? LastInvoiceDate() : wanted.Date;
        InvoiceRecord made = wanted with
        {
            Type = type,
            Currency = wanted.Currency.ToUpperInvariant(),
            Date = date,
            Id = string.IsNullOrEmpty(wanted.Id) ? NewId(type, date) : wanted.Id,
            DocumentType = ControlBody.OneOf(wanted.DocumentType, Invoice.Document, "void_note", "adjustment_note"),
        };
        brain.State.Commit(StateChange.Of(made));
        return EmulatorResponse.Json(201, made);
    }

    private DateTimeOffset LastInvoiceDate()
    {
        DateTimeOffset now = brain.Clock.Now;
        DateTimeOffset date = BillingCalendar.InvoiceDate(BillingCalendar.PeriodOf(now));
        return date <= now ? date : date.AddMonths(-1);
    }

    // Numbers from 90000 on, where invoices made from purchases seldom are.
    private string NewId(string type, DateTimeOffset date)
    {
        string month = (type == Invoice.OneTime ? "G" : "D0") + date.ToString("yyMM", CultureInfo.InvariantCulture);
        return Enumerable.Range(1, 9999).Select(number => month + (type == Invoice.OneTime ? "9" : string.Empty) + number.ToString("D4", CultureInfo.InvariantCulture))
            .First(id => brain.State.Invoice(id) is null);
    }
}
