using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.summary, the balance in the partner's currency, and invoices.summaries, one for each currency; there is no other balance (newer-facts.md).</summary>
internal sealed class SummaryOperations(InvoiceBook book)
{
    private const string Never = "0001-01-01T00:00:00";

    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("invoices.summary", "GET", ResourcePath.Invoices + "/summary", Get);
        yield return new Operation("invoices.summaries", "GET", ResourcePath.Invoices + "/summaries", List) { Credential = Credential.UserOnly };
    }

    private EmulatorResponse Get(OperationContext context)
    {
        List<Invoice> invoices = book.All(context.State, context.Now).Where(invoice => invoice.Currency == Market.PartnerCurrency).ToList();
        return EmulatorResponse.Json(200, Summary(Market.PartnerCurrency, invoices, context.Now));
    }

    private EmulatorResponse List(OperationContext context)
    {
        ILookup<string, Invoice> invoices = book.All(context.State, context.Now).ToLookup(invoice => invoice.Currency);
        IEnumerable<string> currencies = invoices.Select(group => group.Key).Append(Market.PartnerCurrency).Distinct().OrderBy(currency => currency, StringComparer.Ordinal);
        return WholeCollection.Answer(context, currencies.Select(currency => Summary(currency, invoices[currency].ToList(), context.Now)).ToList());
    }

    private static object Summary(string currency, List<Invoice> invoices, DateTimeOffset now)
    {
        var sums = Sums(invoices);
        return new
        {
            balanceAmount = sums.Balance,
            currencyCode = currency,
            currencySymbol = Market.Symbol(currency),
            accountingDate = Date(now),
            firstInvoiceCreationDate = sums.First,
            lastPaymentDate = sums.PaidAt,
            lastPaymentAmount = sums.Paid,
            latestInvoiceDate = sums.Latest,
            details = invoices.GroupBy(invoice => invoice.Type).OrderByDescending(group => group.Key, StringComparer.Ordinal).Select(group => Detail(group.Key, currency, group.ToList(), now)),
            links = ResourceLinks.To(ResourcePath.Invoices + "/summary"),
            attributes = ResourceAttributes.Of("InvoiceSummary"),
        };
    }

    // Nested summaries have neither details nor links.
    private static object Detail(string type, string currency, List<Invoice> invoices, DateTimeOffset now)
    {
        var sums = Sums(invoices);
        return new
        {
            invoiceType = type,
            summary = new
            {
                balanceAmount = sums.Balance,
                currencyCode = currency,
                currencySymbol = Market.Symbol(currency),
                accountingDate = Date(now),
                firstInvoiceCreationDate = sums.First,
                lastPaymentDate = sums.PaidAt,
                lastPaymentAmount = sums.Paid,
                latestInvoiceDate = sums.Latest,
                attributes = ResourceAttributes.Of("InvoiceSummary"),
            },
        };
    }

    private static (object Balance, string First, string Latest, string PaidAt, object Paid) Sums(List<Invoice> invoices)
    {
        // What was voided is not owed; its amendments are.
        IEnumerable<Invoice> counted = invoices.SelectMany(invoice => invoice.Amendments.Prepend(invoice)).Where(invoice => invoice.DocumentType != "void_note");
        Invoice? paid = invoices.Where(invoice => invoice.PaidAt is not null).OrderBy(invoice => invoice.PaidAt).LastOrDefault();
        return (
            LineValue.Number(counted.Sum(invoice => invoice.Total - invoice.Paid)),
            invoices.Count == 0 ? Never : Date(invoices.Min(invoice => invoice.Date)),
            invoices.Count == 0 ? Never : Date(invoices.Max(invoice => invoice.Date)),
            paid is null ? Never : Date(paid.PaidAt!.Value),
            LineValue.Number(paid?.Paid ?? 0));
    }

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
