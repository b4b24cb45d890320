using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What an invoice, and a tax receipt, look like on paper.</summary>
internal static class InvoicePdf
{
    private const int Left = 50;
    private const int Right = 545;
    private const int LinesOfFirstPage = 30;
    private const int LinesOfOtherPages = 46;
    private const int MostLines = LinesOfFirstPage + (4 * LinesOfOtherPages);

    public static byte[] Statement(Invoice invoice)
    {
        var file = new PdfFile("Invoice " + invoice.Id);
        PdfPage page = file.AddPage();
        Head(page, invoice, invoice.DocumentType == Invoice.Document ? "Invoice" : invoice.DocumentType == "void_note" ? "Void note" : "Adjustment note");
        page.Write(Left, 200, "Charges", 11, bold: true);
        int top = 216;
        foreach (LineKind kind in invoice.Kinds.Where(kind => LineSets.Type(kind) == LineSets.BillingType))
        {
            ILineSource lines = invoice.Lines(kind)!;
            page.Write(Left, top, LineSets.Provider(kind) + " " + LineSets.Type(kind) + ", " + lines.Count.ToString(CultureInfo.InvariantCulture) + " lines");
            page.WriteRight(Right, top, Amount(lines.Sum(charge => charge.Total)));
            top += 14;
        }

        Sums(page, invoice, top + 6);
        WriteLines(file, page, invoice, top + 100);
        return file.Write();
    }

    public static byte[] Receipt(Invoice invoice, string id)
    {
        var file = new PdfFile("Tax receipt " + id);
        PdfPage page = file.AddPage();
        Head(page, invoice, "Tax receipt " + id);
        Sums(page, invoice, 220);
        return file.Write();
    }

    private static void Head(PdfPage page, Invoice invoice, string title)
    {
        page.Write(Left, 60, title, 20, bold: true);
        page.Write(Left, 80, "Made by an emulator. Nobody owes anything.");
        Row(page, 106, "Invoice number", invoice.Id);
        Row(page, 120, "Invoice date", Day(invoice.Date));
        Row(page, 134, "Billing period", Day(invoice.Period) + " to " + Day(invoice.Period.AddMonths(1).AddDays(-1)));
        Row(page, 148, "Billed to", LineValue.PartnerName + ", " + LineValue.PartnerId);
        Row(page, 162, "Currency", invoice.Currency);
        if (invoice.AmendsOf is not null)
        {
            Row(page, 176, "Amends", invoice.AmendsOf);
        }
    }

    private static void Sums(PdfPage page, Invoice invoice, int top)
    {
        IEnumerable<ILineSource> billed = invoice.Kinds.Where(kind => LineSets.Type(kind) == LineSets.BillingType).Select(kind => invoice.Lines(kind)!);
        decimal tax = billed.Sum(lines => lines.Sum(charge => charge.Tax));
        page.Line(Left, Right, top - 10);
        Sum(page, top + 4, "Subtotal", invoice.Total - tax, invoice.Currency);
        Sum(page, top + 18, "Tax", tax, invoice.Currency);
        Sum(page, top + 32, "Total", invoice.Total, invoice.Currency, bold: true);
        Sum(page, top + 46, "Paid", invoice.Paid, invoice.Currency);
        Sum(page, top + 60, "Due", invoice.Total - invoice.Paid, invoice.Currency, bold: true);
    }

    private static void WriteLines(PdfFile file, PdfPage page, Invoice invoice, int top)
    {
        IEnumerable<Charge> charges = invoice.Kinds.SelectMany(kind => Charges(invoice.Lines(kind)!));
        int room = LinesOfFirstPage;
        int written = 0;
        page.Write(Left, top - 16, "Customer", 8, bold: true);
        page.Write(210, top - 16, "Product", 8, bold: true);
        page.Write(436, top - 16, "Quantity", 8, bold: true);
        page.Write(514, top - 16, "Amount", 8, bold: true);
        page.Line(Left, Right, top - 12);
        foreach (Charge charge in charges.Take(MostLines))
        {
            if (room == 0)
            {
                page = file.AddPage();
                page.Write(Left, 50, "Invoice " + invoice.Id, 9, bold: true);
                top = 76;
                room = LinesOfOtherPages;
            }

            page.Write(Left, top, Short(charge.Customer.CompanyName, 30), 8);
            page.Write(210, top, Short(charge.ProductName, 40), 8);
            page.WriteRight(470, top, charge.Quantity.ToString("0.######", CultureInfo.InvariantCulture), 8);
            page.WriteRight(Right, top, Amount(LineSets.Type(charge.Kind) == LineSets.BillingType ? charge.Total : charge.BillingTotal), 8);
            top += 15;
            room--;
            written++;
        }

        int all = invoice.Kinds.Sum(kind => invoice.Lines(kind)!.Count);
        if (all > written)
        {
            page.Write(Left, top, "and " + (all - written).ToString(CultureInfo.InvariantCulture) + " more lines", 8);
        }
    }

    private static IEnumerable<Charge> Charges(ILineSource lines)
    {
        for (int index = 0; index < lines.Count; index++)
        {
            yield return lines.At(index);
        }
    }

    private static void Row(PdfPage page, int top, string name, string value)
    {
        page.Write(Left, top, name);
        page.Write(160, top, value);
    }

    private static void Sum(PdfPage page, int top, string name, decimal amount, string currency, bool bold = false)
    {
        page.Write(380, top, name, 9, bold);
        page.WriteRight(Right, top, Amount(amount) + " " + Market.Symbol(currency), 9, bold);
    }

    private static string Short(string text, int length) => text.Length <= length ? text : text.Substring(0, length - 3) + "...";

    private static string Amount(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
