using System.IO;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Downloads invoices as PDF. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoiceStatement")]
[OutputType(typeof(FileInfo))]
public sealed class GetPartnerInvoiceStatement : StatementCmdlet
{
    private protected override void Process()
    {
        string invoiceId = InvoiceCheck.InvoiceId(InvoiceId);
        Save(client => client.Invoices.ById(invoiceId).Documents.Statement);
    }
}
