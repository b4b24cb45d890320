using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.statement and invoices.receiptStatement.</summary>
internal sealed class StatementOperations(InvoiceBook book)
{
    public IEnumerable<Operation> Operations()
    {
        const string Invoice = ResourcePath.Invoices + "/{invoiceId}";
        yield return new Operation("invoices.statement", "GET", Invoice + "/documents/statement", Statement) { Credential = Credential.UserOnly };
        yield return new Operation("invoices.receiptStatement", "GET", Invoice + "/receipts/{receiptId}/documents/statement", Receipt) { Credential = Credential.UserOnly };
    }

    private EmulatorResponse Statement(OperationContext context)
    {
        Invoice invoice = Find(context);
        return Pdf(InvoicePdf.Statement(invoice), "Invoice_" + invoice.Id);
    }

    private EmulatorResponse Receipt(OperationContext context)
    {
        Invoice invoice = Find(context);
        string wanted = context.Value("receiptId");
        string id = invoice.TaxReceipts.FirstOrDefault(receipt => string.Equals(receipt, wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServiceFault("1000", "Invoice " + invoice.Id + " has no tax receipt '" + wanted + "'.");
        return Pdf(InvoicePdf.Receipt(invoice, id), "E-Tax-" + id);
    }

    private Invoice Find(OperationContext context) => book.Find(context.Value("invoiceId"), context.State, context.Now);

    private static EmulatorResponse Pdf(byte[] file, string name) =>
        new EmulatorResponse(200, file, "application/pdf").With("Content-Disposition", "attachment; filename=" + name + ".pdf");
}
