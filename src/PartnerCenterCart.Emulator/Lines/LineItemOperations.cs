using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.lineItems and its older route: the lines of an invoice by the older API, as far as that still serves them.</summary>
internal sealed class LineItemOperations(InvoiceBook book)
{
    public IEnumerable<Operation> Operations()
    {
        const string Lines = ResourcePath.Invoices + "/{invoiceId}/lineitems";
        yield return new Operation("invoices.lineItems", "GET", Lines, Get);
        yield return new Operation("invoices.lineItemsLegacy", "GET", Lines + "/{provider}/{invoiceLineItemType}", GetLegacy);
    }

    /// <summary>Links that the service writes leave the first letter out (behaviours.md section 3).</summary>
    public static string? TypeOf(QueryValues query) => query["invoiceLineItemType"] ?? query["nvoiceLineItemType"];

    private EmulatorResponse Get(OperationContext context) => Answer(context, context.Query["provider"], TypeOf(context.Query));

    private EmulatorResponse GetLegacy(OperationContext context) => Answer(context, context.Value("provider"), context.Value("invoiceLineItemType"));

    private EmulatorResponse Answer(OperationContext context, string? provider, string? type)
    {
        (LineKind kind, LineShape shape) = LineSets.Parse(provider, type);
        Invoice invoice = book.Find(context.Value("invoiceId"), context.State, context.Now);
        if (context.Query["currencyCode"] is { } currency && !string.Equals(currency, invoice.Currency, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceFault("3000", "Invoice " + invoice.Id + " is in " + invoice.Currency + ", not in " + currency + ".");
        }

        if (context.Settings.RetiredLineItems && !LineSets.IsLegacy(kind) && !invoice.IsLegacy && invoice.Period > BillingCalendar.LastV1Period)
        {
            throw new ServiceFault("800042", "Lines of billing periods after March 2025 are served by reconciliation API v2 only.");
        }

        if (Waiting.For(invoice.Date, context) is { } waiting)
        {
            return waiting;
        }

        ILineSource lines = LineFilter.Of(invoice.Lines(kind) ?? new ChargeLines([]), context.Query);
        string key = "lines/" + invoice.Id + "/" + kind + "/" + shape + "/" + context.Query["hasPartnerEarnedCredit"];
        return LineSets.IsLegacy(kind) ? LinePages.ByOffset(context, lines, shape, published: kind == LineKind.Licence) : LinePages.BySeek(context, lines, shape, key, published: kind == LineKind.Purchase);
    }
}
