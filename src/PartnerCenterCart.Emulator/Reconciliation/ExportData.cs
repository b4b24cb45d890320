using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Finds what an export holds; an export keeps no copy.</summary>
internal sealed class ExportData(InvoiceBook book, CatalogIndex catalog)
{
    public bool Knows(string invoiceId, OperationContext context) => Invoice(invoiceId, context) is not null;

    /// <summary>Null where there is no data, which the service calls 5000: legacy invoices, periods that v2 does not have, and exports of nothing.</summary>
    public ExportContent? Of(StoredExport export, OperationContext context)
    {
        LineKind kind = export.Usage ? LineKind.RatedUsage : LineKind.Purchase;
        LineShape shape = export.Full ? LineShape.V2Full : LineShape.V2Basic;
        if (export.InvoiceId is null)
        {
            List<Charge> charges = new PurchasedInvoices(context.State, catalog).Unbilled(export.Period!.Value, export.Currency!, export.DoneAt).Where(charge => charge.Kind == kind).ToList();
            string version = "unbilled/" + export.Currency + "/" + kind + "/" + string.Join("/", charges.Select(charge => charge.ReferenceId + charge.Subtotal.ToString(CultureInfo.InvariantCulture)));
            return charges.Count == 0 ? null : new ExportContent(new ChargeLines(charges), shape, 1, version);
        }

        return Invoice(export.InvoiceId, context) is { IsLegacy: false } invoice && invoice.Period >= BillingCalendar.FirstV2Period && invoice.Lines(kind) is { Count: > 0 } lines
            ? new ExportContent(lines, shape, invoice.Blobs, invoice.Version + "/" + kind)
            : null;
    }

    private Invoice? Invoice(string id, OperationContext context)
    {
        try
        {
            return book.Find(id, context.State, context.Now);
        }
        catch (ServiceFault)
        {
            return null;
        }
    }
}
