namespace PartnerCenterCart;

/// <summary>The documents of an invoice.</summary>
public sealed class InvoiceDocumentOperations
{
    internal InvoiceDocumentOperations(CallSender sender, string invoiceId) => Statement = new InvoiceStatementOperations(
        sender,
        "invoices.statement",
        ResourcePath.Root.Add("invoices", invoiceId, "documents", "statement"),
        $"downloading the statement of invoice {invoiceId}",
        $"Invoice_{invoiceId}.pdf");

    /// <summary>The invoice as a document.</summary>
    public InvoiceStatementOperations Statement { get; }
}
