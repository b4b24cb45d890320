using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the ready-made ways to open charges; piped on, Get-PartnerInvoiceLineItem reads their rows.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoiceEstimateLink")]
[OutputType(typeof(EstimateLink))]
public sealed class GetPartnerInvoiceEstimateLink : PartnerCmdlet
{
    /// <summary>ISO code of the currency.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CurrencyCode")]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string? Currency { get; set; }

    private protected override object? Target => Currency;

    private protected override void Process() =>
        SendPages((client, token) => client.Invoices.Estimates.Links.ByCurrencyAsync(Currency!, token), WriteObject);
}
