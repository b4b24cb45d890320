using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PartnerCenterCart.Commands;

/// <summary>Writes what the journal of a plan says of each row as a CSV file, in the same form whatever the culture.</summary>
[Cmdlet(VerbsData.Export, "PartnerPurchasePlanStatus", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPartnerPurchasePlanStatus : PartnerInputCmdlet
{
    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "Path")]
    public string JournalPath { get; set; } = string.Empty;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string OutputPath { get; set; } = string.Empty;

    /// <summary>Writes over a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override object? Target => JournalPath;

    private protected override void Process()
    {
        IReadOnlyList<PurchasePlanRowStatus> rows = PurchaseJournal.ReadStatus(SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath));
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(OutputPath);
        if (File.Exists(file) && !Force)
        {
            throw PartnerException.InvalidInput($"There is a file '{file}' already.", "Use -Force to write over it.");
        }

        if (!ShouldProcess(file, $"Write {rows.Count} rows"))
        {
            return;
        }

        try
        {
            string fresh = file + ".new";
            InvokeCommand.InvokeScript(
                "param($rows, $file) $rows | Microsoft.PowerShell.Utility\\Export-Csv -LiteralPath $file -NoTypeInformation -Encoding UTF8 -ErrorAction Stop -WhatIf:$false -Confirm:$false",
                true,
                PipelineResultTypes.None,
                null,
                rows.Select(Flat).ToArray(),
                fresh);
            if (File.Exists(file))
            {
                File.Delete(file);
            }

            File.Move(fresh, file);
        }
        catch (System.Exception e) when (e is RuntimeException or IOException or System.UnauthorizedAccessException)
        {
            throw PartnerException.InvalidInput($"'{file}' cannot be written: {e.Message}");
        }

        WriteObject(new FileInfo(file));
    }

    private static PSObject Flat(PurchasePlanRowStatus row)
    {
        var flat = new PSObject();
        void Add(string name, object? value) => flat.Properties.Add(new PSNoteProperty(name, System.Convert.ToString(value, CultureInfo.InvariantCulture)));
        Add("RowNumber", row.RowNumber);
        Add("Reference", row.Reference);
        Add("State", row.State);
        Add("CustomerId", row.CustomerId);
        Add("CustomerName", row.CustomerName);
        Add("CatalogItemId", row.CatalogItemId);
        Add("Quantity", row.Quantity);
        Add("CartId", row.CartId);
        Add("OrderId", string.Join(" ", row.OrderId));
        Add("LineItemNumber", row.LineItemNumber);
        Add("Price", row.Price);
        Add("CurrencyCode", row.CurrencyCode);
        Add("At", row.At?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Add("ErrorKind", row.ErrorKind);
        Add("ErrorCode", row.ErrorCode);
        Add("Message", row.Message);
        return flat;
    }
}
