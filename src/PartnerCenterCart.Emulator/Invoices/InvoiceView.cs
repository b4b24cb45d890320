using System;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Invoice (models.md section 9) in the member order of the published lists.</summary>
internal static class InvoiceView
{
    /// <param name="invoice">The invoice.</param>
    /// <param name="single">The billing period shows where one invoice is read.</param>
    public static object Of(Invoice invoice, bool single) => new
    {
        id = invoice.Id,
        invoiceDate = Date(invoice.Date),
        billingPeriodStartDate = single ? Date(invoice.Period) : null,
        billingPeriodEndDate = single ? Date(invoice.Period.AddMonths(1).AddDays(-1)) : null,
        totalCharges = LineValue.Number(invoice.Total),
        paidAmount = LineValue.Number(invoice.Paid),
        currencyCode = invoice.Currency,
        currencySymbol = Market.Symbol(invoice.Currency),
        pdfDownloadLink = Statement(invoice),
        taxReceipts = invoice.TaxReceipts.Count == 0 ? null : invoice.TaxReceipts.Select(id => new { id, taxReceiptPdfDownloadLink = ResourcePath.Invoices + "/" + invoice.Id + "/receipts/" + id + "/documents/statement" }),
        invoiceDetails = invoice.Kinds.Select(kind => new
        {
            invoiceLineItemType = LineSets.Type(kind),
            billingProvider = LineSets.Provider(kind),
            links = ResourceLinks.To(Self(invoice) + "/lineitems/" + LineSets.LinkSegments(kind)),
            attributes = ResourceAttributes.Of("InvoiceDetail"),
        }),
        amendments = invoice.Amendments.Count == 0 ? null : invoice.Amendments.Select(Amendment),
        documentType = invoice.DocumentType,
        amendsOf = invoice.AmendsOf,
        invoiceType = invoice.Type,
        links = ResourceLinks.To(Self(invoice)),
        attributes = ResourceAttributes.Of("Invoice"),
    };

    // Without links, as published.
    private static object Amendment(Invoice invoice) => new
    {
        id = invoice.Id,
        invoiceDate = Date(invoice.Date),
        totalCharges = LineValue.Number(invoice.Total),
        paidAmount = LineValue.Number(invoice.Paid),
        currencyCode = invoice.Currency,
        currencySymbol = Market.Symbol(invoice.Currency),
        invoiceDetails = invoice.Kinds.Select(kind => new { invoiceLineItemType = LineSets.Type(kind), billingProvider = LineSets.Provider(kind), attributes = ResourceAttributes.Of("InvoiceDetail") }),
        documentType = invoice.DocumentType,
        amendsOf = invoice.AmendsOf,
        invoiceType = invoice.Type,
        attributes = ResourceAttributes.Of("Invoice"),
    };

    private static string Statement(Invoice invoice) => ResourcePath.Invoices + "/" + invoice.Id + "/documents/statement";

    // The type stands before the id (endpoints.md, Account balance and invoices).
    private static string Self(Invoice invoice) => ResourcePath.Invoices + "/" + invoice.Type + "-" + invoice.Id;

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
