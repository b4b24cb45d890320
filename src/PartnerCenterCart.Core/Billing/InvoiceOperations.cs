using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One invoice.</summary>
public sealed class InvoiceOperations
{
    private readonly CallSender sender;
    private readonly string invoiceId;

    internal InvoiceOperations(CallSender sender, string invoiceId)
    {
        this.sender = sender;
        this.invoiceId = invoiceId;
        Documents = new InvoiceDocumentOperations(sender, invoiceId);
        Receipts = new ReceiptCollectionOperations(sender, invoiceId);
    }

    /// <summary>Its documents.</summary>
    public InvoiceDocumentOperations Documents { get; }

    /// <summary>Its receipts of paid tax.</summary>
    public ReceiptCollectionOperations Receipts { get; }

    /// <summary>One of its sets of line items.</summary>
    /// <param name="provider">A text of <see cref="BillingProvider"/> in any spelling.</param>
    /// <param name="lineItemType">A text of <see cref="InvoiceLineItemType"/> in any spelling.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public InvoiceLineItemCollectionOperations By(string provider, string lineItemType) => new(
        sender,
        new InvoiceLineItemSource(invoiceId, InvoiceCheck.Provider(provider), InvoiceCheck.LineItemType(lineItemType), InvoiceLineItemSource.V1));

    /// <summary>Reads it; App+User tokens only. Lists tell nearly as much.</summary>
    /// <exception cref="PartnerException">NotFound. Forbidden (900329): the token has no user.</exception>
    public Task<Invoice> GetAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = sender.Request(
            "invoices.get", HttpMethod.Get, ResourcePath.Root.Add("invoices", invoiceId).ToString(), RetryClass.Read, $"reading invoice {invoiceId}");
        return sender.SendAsync<Invoice>(request, cancellationToken);
    }
}
