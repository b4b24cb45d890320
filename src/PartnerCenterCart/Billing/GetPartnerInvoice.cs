using System;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads invoices: all of them, those of some days, or by id, which is for App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoice", DefaultParameterSetName = "All")]
[OutputType(typeof(Invoice))]
public sealed class GetPartnerInvoice : PartnerCmdlet
{
    /// <summary>Ids of invoices. By id an invoice tells its billing period, too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? InvoiceId { get; set; }

    /// <summary>Only invoices of this day or later; the service picks them.</summary>
    [Parameter(ParameterSetName = "All")]
    [Alias("StartDate")]
    public object? From { get; set; }

    /// <summary>Only invoices of this day or earlier; the service picks them.</summary>
    [Parameter(ParameterSetName = "All")]
    [Alias("EndDate")]
    public object? To { get; set; }

    /// <summary>Only invoices with one of these status texts, such as active and void; they are picked here.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InvoiceStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Legacy invoices on a page.</summary>
    [Parameter(ParameterSetName = "All")]
    public int? PageSize { get; set; }

    private string? current;

    private protected override object? Target => current;

    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            foreach (string? id in InvoiceId ?? new string?[] { null })
            {
                current = id;
                Guarded(() => Write(Send((client, token) => client.Invoices.ById(id!).GetAsync(token))));
            }

            return;
        }

        var query = new InvoiceQuery { From = Day(From, false), To = Day(To, true), Size = PageSize };
        SendPages((client, token) => client.Invoices.QueryAsync(query, token), Write);
    }

    private void Write(Invoice invoice)
    {
        if (Status == null || Status.Any(status => string.Equals(status, invoice.Status, StringComparison.OrdinalIgnoreCase)))
        {
            WriteObject(invoice);
        }
    }

    // A day as the last one is meant whole.
    private static DateTimeOffset? Day(object? value, bool isLast)
    {
        if (value == null)
        {
            return null;
        }

        object bare = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        DateTimeOffset date = DateBinder.Read(bare) ?? throw PartnerException.InvalidInput($"'{bare}' is not a date. One such as 2027-06-30 is expected.");
        return isLast && date.TimeOfDay == TimeSpan.Zero ? date.AddDays(1).AddSeconds(-1) : date;
    }
}
