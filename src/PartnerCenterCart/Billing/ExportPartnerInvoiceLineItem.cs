using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Writes what an invoice is made of, or what is not billed yet, straight to a file: whole, or not at all.</summary>
[Cmdlet(VerbsData.Export, "PartnerInvoiceLineItem", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPartnerInvoiceLineItem : LineItemCmdlet
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file, whose name ends in .csv, .jsonl, .csv.gz or .jsonl.gz; or a folder, in which a .csv gets the name of the invoice.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("OutputPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>CSV: these columns in this order, new ones of the service among them. All that are known when left out.</summary>
    [Parameter]
    [Alias("Property", "Columns")]
    [ValidateNotNullOrEmpty]
    public string[] Column { get; set; } = Array.Empty<string>();

    /// <summary>CSV: keeps a spreadsheet from taking a text for a formula, and tells it the encoding.</summary>
    [Parameter]
    public SwitchParameter SafeForSpreadsheet { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    [Alias("Overwrite")]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        InvoiceLineItemRequest request = Request();
        string path = FileOf(request);
        if (!written.Add(path))
        {
            throw PartnerException.InvalidInput($"'{path}' was written for another input of this command already.", "With several invoices -Path is a folder.");
        }

        var export = new InvoiceLineItemExport(path, PrivateRoom.Text, new InvoiceLineItemExportOptions { Overwrite = Force, SafeForSpreadsheet = SafeForSpreadsheet, Columns = Column });
        if (ShouldProcess(path, $"Write the line items of {request.InvoiceId ?? "what is not billed yet"}"))
        {
            SendPosting((client, post, token) => WriteAsync(client, request, export, post, token));
        }
    }

    private string FileOf(InvoiceLineItemRequest request)
    {
        string path = FilePath.Of(SessionState, Path!);
        bool isFolder = Directory.Exists(path) || Path!.EndsWith("/", StringComparison.Ordinal) || Path.EndsWith("\\", StringComparison.Ordinal);
        return isFolder ? System.IO.Path.Combine(path, (request.InvoiceId ?? $"unbilled-{request.CurrencyCode}-{request.Period}") + ".csv") : path;
    }

    private Task WriteAsync(PartnerClient client, InvoiceLineItemRequest request, InvoiceLineItemExport export, Action<Action> post, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan shown = TimeSpan.Zero;

        // Waited for: where the error ends the command (-ErrorAction Stop), no file is finished behind its back.
        export.Options.RowFailed = (failure, stop) => CallBridge.OnPipelineAsync(
            () =>
            {
                WriteError(ErrorRecords.From(failure, Target));
                return true;
            },
            stop);
        export.Options.Progress = (status, percent) =>
        {
            // A bar that moves for every step would take longer than the step.
            if (watch.Elapsed - shown > BetweenLooks)
            {
                shown = watch.Elapsed;
                post(() => ShowProgress(status, percent));
            }
        };
        request.OpenV2 = OpenV2(progress => post(() => ShowProgress(progress.Status, null)));
        return export.RunAsync(client, request, file => post(() =>
        {
            ShowProgress("Done", null, isOver: true);
            Say($"{export.Rows} rows in {file.FullName}");

            // By the provider's way, as Get-ChildItem shows it.
            WriteObject(InvokeProvider.Item.Get(new[] { file.FullName }, force: true, literalPath: true), enumerateCollection: true);
        }), token);
    }
}
