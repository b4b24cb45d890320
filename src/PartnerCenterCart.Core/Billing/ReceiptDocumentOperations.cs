namespace PartnerCenterCart;

/// <summary>The documents of a receipt of paid tax.</summary>
public sealed class ReceiptDocumentOperations
{
    internal ReceiptDocumentOperations(CallSender sender, string invoiceId, string receiptId) => Statement = new InvoiceStatementOperations(
        sender,
        "invoices.receiptStatement",
        ResourcePath.Root.Add("invoices", invoiceId, "receipts", receiptId, "documents", "statement"),
        $"downloading tax receipt {receiptId} of invoice {invoiceId}",
        $"E-Tax-{receiptId}.pdf");

    /// <summary>The receipt as a document.</summary>
    public InvoiceStatementOperations Statement { get; }
}
