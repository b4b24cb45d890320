namespace PartnerCenterCart;

/// <summary>Receipts of paid tax; they exist for Taiwan.</summary>
public sealed class ReceiptCollectionOperations
{
    private readonly CallSender sender;
    private readonly string invoiceId;

    internal ReceiptCollectionOperations(CallSender sender, string invoiceId)
    {
        this.sender = sender;
        this.invoiceId = invoiceId;
    }

    /// <summary>One receipt; <see cref="Invoice.TaxReceipts"/> has the ids.</summary>
    /// <exception cref="PartnerException">InvalidInput: the id cannot be one.</exception>
    public ReceiptOperations ById(string receiptId) => new(sender, invoiceId, InvoiceCheck.ReceiptId(receiptId));
}
