using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads what an invoice is made of, or what is not billed yet, row by row as it comes.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerInvoiceLineItem")]
[OutputType(typeof(OneTimeInvoiceLineItem), typeof(DailyRatedUsageLineItem), typeof(LicenseBasedLineItem), typeof(UsageBasedLineItem), typeof(DailyUsageLineItem), typeof(ReconciliationLineItem), typeof(ReconciliationUsageLineItem))]
public sealed class GetPartnerInvoiceLineItem : LineItemCmdlet
{
    private long count;

    private protected override void Process()
    {
        SendRows((batch, begun) =>
        {
            foreach (InvoiceLineItem row in batch.Items)
            {
                WriteObject(row.HasUnknown ? WithUnknownColumns(row) : row);
                begun();
            }

            begun();
            foreach (PartnerException failure in batch.Failures)
            {
                WriteError(ErrorRecords.From(failure, Target));
            }

            count += batch.Items.Count;
            ShowProgress($"{batch.Source}: {batch.Progress ?? count + " rows"}", batch.PercentComplete);
        });
        ShowProgress("Done", null, isOver: true);
    }

    // A column of next year is to be seen, sorted and exported like any other.
    private static PSObject WithUnknownColumns(InvoiceLineItem row)
    {
        var shown = new PSObject(row);
        foreach (KeyValuePair<string, object?> column in row.AdditionalProperties)
        {
            if (shown.Properties[column.Key] == null)
            {
                shown.Properties.Add(new PSNoteProperty(column.Key, column.Value));
            }
        }

        return shown;
    }
}
