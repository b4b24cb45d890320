using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the account balance in the partner's default currency; Get-PartnerInvoiceSummary has all currencies.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerAccountBalance")]
[OutputType(typeof(InvoiceSummary))]
public sealed class GetPartnerAccountBalance : PartnerCmdlet
{
    private protected override void Process() => WriteObject(Send((client, token) => client.Invoices.Summary.GetAsync(token)));
}
