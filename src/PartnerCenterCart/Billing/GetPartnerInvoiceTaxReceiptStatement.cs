using System.IO;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Downloads receipts of paid tax as PDF; they exist for Taiwan. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoiceTaxReceiptStatement")]
[OutputType(typeof(FileInfo))]
public sealed class GetPartnerInvoiceTaxReceiptStatement : StatementCmdlet
{
    /// <summary>The receipts; all of the invoice when left out.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("ReceiptId")]
    public string[]? TaxReceiptId { get; set; }

    private protected override void Process()
    {
        string invoiceId = InvoiceCheck.InvoiceId(InvoiceId);
        string[] receipts = TaxReceiptId?.Select(InvoiceCheck.ReceiptId).ToArray()
            ?? Send((client, token) => client.Invoices.ById(invoiceId).GetAsync(token)).AllTaxReceipts.Select(receipt => receipt.Id).OfType<string>().ToArray();
        foreach (string receipt in receipts)
        {
            Guarded(() => Save(client => client.Invoices.ById(invoiceId).Receipts.ById(receipt).Documents.Statement));
        }
    }
}
