using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The files of an export in their order, several being fetched while one is read.</summary>
internal sealed class BlobQueue : IDisposable
{
    private readonly IReadOnlyList<ReconciliationBlob> blobs;
    private readonly BlobDownload download;
    private readonly int concurrency;
    private readonly Queue<Task<string>> running = new();
    private readonly CancellationTokenSource end = new();
    private int started;

    public BlobQueue(IReadOnlyList<ReconciliationBlob> blobs, BlobDownload download, int concurrency)
    {
        this.blobs = blobs;
        this.download = download;
        this.concurrency = concurrency;
    }

    /// <summary>The path of the next file; null after the last.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        while (running.Count < concurrency && started < blobs.Count)
        {
            int place = started++;
            running.Enqueue(Task.Run(() => download.FetchAsync(place, blobs[place], end.Token), end.Token));
        }

        if (running.Count == 0)
        {
            return null;
        }

        using CancellationTokenRegistration stop = cancellationToken.Register(end.Cancel);
        try
        {
            return await running.Dequeue().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Ends what is still under way and waits for it, so that no file is written after its folder went.</summary>
    public void Dispose()
    {
        end.Cancel();
        try
        {
            Task.WaitAll(running.ToArray());
        }
        catch (AggregateException)
        {
            // Ended because nobody wants them any more.
        }

        end.Dispose();
    }
}
