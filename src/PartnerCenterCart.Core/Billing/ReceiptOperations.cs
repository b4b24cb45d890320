namespace PartnerCenterCart;

/// <summary>One receipt of paid tax.</summary>
public sealed class ReceiptOperations
{
    internal ReceiptOperations(CallSender sender, string invoiceId, string receiptId) => Documents = new ReceiptDocumentOperations(sender, invoiceId, receiptId);

    /// <summary>Its documents.</summary>
    public ReceiptDocumentOperations Documents { get; }
}
