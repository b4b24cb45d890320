using System;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes an invoice up in an emulator, with as many lines as wanted; they are made while they are read.</summary>
[Cmdlet(VerbsCommon.Add, "PartnerCenterEmulatorInvoice", SupportsShouldProcess = true)]
[OutputType(typeof(EmulatorInvoice))]
public sealed class AddPartnerCenterEmulatorInvoice : EmulatorCmdlet
{
    /// <summary>Billing lines: purchases, or with -Legacy licences.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, 100_000_000)]
    public int LineCount { get; set; }

    /// <summary>Lines of daily usage besides.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, 100_000_000)]
    public int UsageLineCount { get; set; }

    /// <summary>Number of the invoice; the emulator chooses one without it. The same number again replaces the invoice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string? InvoiceId { get; set; }

    /// <summary>Date of the invoice. It decides the billing period, the month before, and so which API serves the lines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Date")]
    public DateTimeOffset? InvoiceDate { get; set; }

    /// <summary>Three-letter code; US dollars without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CurrencyCode")]
    public string? Currency { get; set; }

    /// <summary>A recurring invoice of the old order system.</summary>
    [Parameter]
    public SwitchParameter Legacy { get; set; }

    /// <summary>Files that an export is split into.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 10_000)]
    public int BlobCount { get; set; } = 1;

    /// <summary>The same seed gives the same lines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int Seed { get; set; }

    /// <summary>Writes amounts and quantities in quotes.</summary>
    [Parameter]
    [Alias("NumbersAsText")]
    public SwitchParameter NumberAsText { get; set; }

    /// <summary>Rows of an export, counted from 0 over all files, that break off in their middle.</summary>
    [Parameter]
    [Alias("BrokenRows")]
    public int[]? BrokenRow { get; set; }

    private protected override object? Target => InvoiceId;

    private protected override void Process()
    {
        if (LineCount == 0 && UsageLineCount == 0)
        {
            throw PartnerException.InvalidInput("An invoice has one line at least. LineCount and UsageLineCount are both 0.");
        }

        var invoice = new EmulatorInvoice
        {
            Id = InvoiceId,
            Type = Legacy ? "Recurring" : "OneTime",
            Currency = Currency,
            Date = InvoiceDate,
            Lines = LineCount,
            UsageLines = UsageLineCount,
            Blobs = BlobCount,
            Seed = Seed,
            NumbersAsText = NumberAsText ? true : null,
            BrokenRows = BrokenRow?.ToList(),
        };
        if (ShouldProcess(Context.ToString(), $"Make an invoice with {LineCount + (long)UsageLineCount} lines"))
        {
            WriteObject(Send((client, token) => client.Emulator.AddInvoiceAsync(invoice, token)));
        }
    }
}
