using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The files of an export from the first line to the last: what is made of the chunks of its files, in their order.</summary>
internal sealed class ReconciliationRun<TChunk> : IDisposable
    where TChunk : class
{
    private readonly ReconciliationOperations operations;
    private readonly ReconciliationReadOptions options;
    private readonly Func<CancellationToken, Task<ReconciliationManifest>> manifest;
    private readonly Func<JsonLineChunk, TChunk> work;
    private ReconciliationFiles? files;
    private OrderedWork<JsonLineChunk, TChunk>? present;
    private readonly ToldFailures told = new();
    private long lines;
    private bool isOver;

    public ReconciliationRun(
        ReconciliationOperations operations, ReconciliationRequest request, ReconciliationReadOptions options, Func<CancellationToken, Task<ReconciliationManifest>> manifest, Func<JsonLineChunk, TChunk> work)
    {
        this.operations = operations;
        this.options = options;
        this.manifest = manifest;
        this.work = work;
        Request = request;
    }

    public ReconciliationRequest Request { get; }

    /// <summary>Where the export is remembered until all of it was read; null where it is not.</summary>
    public ExportMemory? Memory { get; init; }

    /// <summary>Rows that were handed out; whoever makes chunks counts them.</summary>
    public long Rows { get; set; }

    public ReconciliationProgress Progress => new("reading", files?.Count ?? 0, files?.Done ?? 0, Rows);

    /// <summary>The next chunk; null after the last.</summary>
    /// <exception cref="ManifestChangedException">The data is another by now.</exception>
    public async Task<TChunk?> NextAsync(CancellationToken cancellationToken)
    {
        while (!isOver)
        {
            files ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
            if (present == null)
            {
                if (await NextFileAsync(files, cancellationToken).ConfigureAwait(false) is not { } chunks)
                {
                    isOver = true;
                    Memory?.Forget();
                    break;
                }

                lines = 0;
                present = new OrderedWork<JsonLineChunk, TChunk>(() => Counted(chunks.Next()), work, options.Workers);
            }

            TChunk? chunk;
            try
            {
                chunk = await present.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                isOver = true;
                throw files.Damaged(Request, lines, e);
            }

            if (chunk != null)
            {
                return chunk;
            }

            present = null;
            files.Finish();
            options.Progress?.Invoke(Progress);
        }

        return null;
    }

    /// <summary>Lines of the present file that are no rows, as errors that say where they stand.</summary>
    public IReadOnlyList<PartnerException> Failures(IReadOnlyList<BadRow> rows) => rows.Where(_ => told.IsNext()).Select(Failure).ToList();

    /// <summary>After the last chunk: one error for all rows that have none of their own; null where there are none, and the second time.</summary>
    public PartnerException? LastFailure() => told.Rest(Request.Title) is { } rest ? OfLines(rest) : null;

    public void Dispose() => files?.Dispose();

    private PartnerException Failure(BadRow row) =>
        OfLines($"Line {row.Line} of file {files!.Name} of {Request.Title} is left out: {row.Why.TrimEnd('.')}.");

    private static PartnerException OfLines(string message) => new(PartnerErrorKind.UnreadableAnswer, message)
    {
        Operation = "reconciliation.blob",
        RecommendedAction = "The other rows are complete. Tell Microsoft support the name of the file and the line.",
    };

    private async Task<JsonLineChunks?> NextFileAsync(ReconciliationFiles present, CancellationToken cancellationToken)
    {
        try
        {
            return await present.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ManifestChangedException or PartnerException { StatusCode: 404 or 410 })
        {
            // The service has cleared its files away, or has others: the next run asks for a new export.
            Memory?.Forget();
            throw;
        }
    }

    private JsonLineChunk? Counted(JsonLineChunk? chunk)
    {
        lines = chunk?.FirstLine - 1 ?? lines;
        return chunk;
    }

    private async Task<ReconciliationFiles> OpenAsync(CancellationToken cancellationToken) =>
        ReconciliationFiles.Open(operations, Request, await manifest(cancellationToken).ConfigureAwait(false), options);
}
