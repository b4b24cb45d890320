using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

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

    /// <summary>Keeps a spreadsheet from taking a text for a formula, and tells it the encoding.</summary>
    [Parameter]
    public SwitchParameter SafeForSpreadsheet { get; set; }

    /// <summary>Writes over a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override object? Target => JournalPath;

    private protected override void Process()
    {
        IReadOnlyList<PurchasePlanRowStatus> rows = PurchaseJournal.ReadStatus(FilePath.Of(SessionState, JournalPath));
        string file = FilePath.Of(SessionState, OutputPath);
        if (File.Exists(file) && !Force)
        {
            throw PartnerException.InvalidInput($"There is a file '{file}' already.", "Use -Force to write over it.");
        }

        if (ShouldProcess(file, $"Write {rows.Count} rows"))
        {
            PlanReport.Write(file, rows, PrivateRoom.Text, Force, SafeForSpreadsheet);

            // By the provider's way, as Get-ChildItem shows it.
            WriteObject(InvokeProvider.Item.Get(new[] { file }, force: true, literalPath: true), enumerateCollection: true);
        }
    }
}
