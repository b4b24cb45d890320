using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads what is owed, one summary for each currency. App+User tokens only; -DefaultCurrency takes any.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoiceSummary")]
[OutputType(typeof(InvoiceSummary))]
public sealed class GetPartnerInvoiceSummary : PartnerCmdlet
{
    /// <summary>Only this currency.</summary>
    [Parameter(Position = 0)]
    [Alias("CurrencyCode")]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string? Currency { get; set; }

    /// <summary>The one summary in the partner's default currency, which an application may read by itself.</summary>
    [Parameter]
    public SwitchParameter DefaultCurrency { get; set; }

    private protected override object? Target => Currency;

    private protected override void Process()
    {
        string? currency = Currency == null ? null : InvoiceCheck.Currency(Currency);
        if (DefaultCurrency)
        {
            Write(Send((client, token) => client.Invoices.Summary.GetAsync(token)), currency);
            return;
        }

        SendPages((client, token) => client.Invoices.Summaries.GetAsync(token), summary => Write(summary, currency));
    }

    private void Write(InvoiceSummary summary, string? currency)
    {
        if (currency == null || string.Equals(summary.CurrencyCode, currency, System.StringComparison.OrdinalIgnoreCase))
        {
            WriteObject(summary);
        }
    }
}
