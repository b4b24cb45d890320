using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads the rows of an export of Microsoft Graph: the first call asks for it and waits until it is there.</summary>
internal sealed class ReconciliationReader : InvoiceLineItemReader
{
    private readonly ReconciliationOperations operations;
    private readonly ReconciliationRequest request;
    private readonly ReconciliationReadOptions options;
    private readonly LineRowReader rows;
    private readonly ReconciliationRun<RowChunk> run;
    private readonly ExportMemory? memory;
    private ReconciliationManifest? manifest;

    public ReconciliationReader(ReconciliationOperations operations, ReconciliationRequest request, ReconciliationReadOptions options, InvoiceLineItemSource? source = null)
        : base(source ?? SourceOf(request))
    {
        this.operations = operations;
        this.request = request;
        this.options = options;
        rows = new LineRowReader(base.Source);
        memory = options.CachePath == null ? null : new ExportMemory(options.CachePath, request);
        run = new ReconciliationRun<RowChunk>(operations, request, options, ManifestAsync, rows.Read) { Memory = memory };
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken = default) => await ManifestAsync(cancellationToken).ConfigureAwait(false);

    public override async Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default)
    {
        RowChunk? chunk;
        try
        {
            chunk = await run.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ManifestChangedException)
        {
            throw Changed(request.Title);
        }

        if (chunk == null)
        {
            return run.LastFailure() is { } last ? new InvoiceLineItemBatch(Source, Array.Empty<InvoiceLineItem>()) { Failures = new[] { last } } : null;
        }

        run.Rows += chunk.Rows.Count;
        ReconciliationProgress progress = run.Progress;
        return new InvoiceLineItemBatch(Source, chunk.Rows)
        {
            Failures = run.Failures(chunk.BadRows),
            Progress = progress.ToString(),
            PercentComplete = progress.PercentComplete,
        };
    }

    public override void Dispose()
    {
        run.Dispose();
        rows.Dispose();
        base.Dispose();
    }

    /// <summary>Bytes of a file instead of rows, which spares an object for each.</summary>
    internal override IRowExport OpenExport(ExportForm form) => new ReconciliationExportRun(operations, request, options, ManifestAsync, memory, Source, form);

    /// <summary>The next use asks for another export.</summary>
    internal override void StartAnew()
    {
        manifest = null;
        memory?.Forget();
    }

    internal static PartnerException Changed(string what) =>
        new(PartnerErrorKind.Conflict, $"The data of {what} changed while it was read.")
        {
            RecommendedAction = "Run the command again; it reads the new data from the beginning.",
        };

    private async Task<ReconciliationManifest> ManifestAsync(CancellationToken cancellationToken)
    {
        if (manifest != null)
        {
            return manifest;
        }

        ReconciliationWaitOptions wait = options.Wait;
        var told = new ReconciliationWaitOptions
        {
            Timeout = wait.Timeout,
            PollingInterval = wait.PollingInterval,
            MaximumInterval = wait.MaximumInterval,
            Progress = status =>
            {
                wait.Progress?.Invoke(status);
                options.Progress?.Invoke(new ReconciliationProgress(status, 0, 0, 0));
            },
        };
        return manifest = await new ReconciliationWaiter(operations, told).RunAsync(request, memory, cancellationToken).ConfigureAwait(false);
    }

    private static InvoiceLineItemSource SourceOf(ReconciliationRequest request) => new(
        request.InvoiceId,
        BillingProvider.OneTime,
        request.IsUsage ? InvoiceLineItemType.UsageLineItems : InvoiceLineItemType.BillingLineItems,
        InvoiceLineItemSource.V2,
        request.Currency,
        request.Period == "last" ? BillingPeriod.Previous : request.Period);
}
