using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The lines of an export on their way to a file, without an object for each.</summary>
internal sealed class ReconciliationExportRun : IRowExport
{
    private readonly LineExporter exporter;
    private readonly ReconciliationRun<ExportedChunk> run;

    public ReconciliationExportRun(
        ReconciliationOperations operations,
        ReconciliationRequest request,
        ReconciliationReadOptions options,
        Func<CancellationToken, Task<ReconciliationManifest>> manifest,
        ExportMemory? memory,
        InvoiceLineItemSource source,
        ExportForm form)
    {
        if (form is { Text: { } text, Columns: { } columns })
        {
            int kind = columns.PlaceOf(nameof(InvoiceLineItem.InvoiceLineItemType));
            int provider = columns.PlaceOf(nameof(InvoiceLineItem.BillingProvider));
            exporter = LineExporter.Delimited(text, columns, form.SafeForSpreadsheet, row =>
            {
                row.Fill(kind, source.LineItemType);
                row.Fill(provider, source.Provider);
            });
        }
        else
        {
            exporter = LineExporter.Lines();
        }

        run = new ReconciliationRun<ExportedChunk>(operations, request, options, manifest, exporter.Export) { Memory = memory };
    }

    public async Task<ExportStep?> NextAsync(Stream target, CancellationToken cancellationToken)
    {
        if (await run.NextAsync(cancellationToken).ConfigureAwait(false) is not { } chunk)
        {
            return run.LastFailure() is { } last ? new ExportStep(0, null, null) { Failures = new[] { last } } : null;
        }

        chunk.Bytes.WriteTo(target);
        exporter.Return(chunk);
        run.Rows += chunk.Rows;
        ReconciliationProgress progress = run.Progress;
        return new ExportStep(chunk.Rows, progress.ToString(), progress.PercentComplete) { Failures = run.Failures(chunk.BadRows) };
    }

    public void Dispose()
    {
        run.Dispose();
        exporter.Dispose();
    }
}
