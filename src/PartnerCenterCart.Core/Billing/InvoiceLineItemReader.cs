using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Reads the rows of one set of line items, batch by batch, whichever interface they come through. In C#:
/// <c>while (await reader.NextAsync() is { } batch) foreach (var row in batch.Items) ...</c>
/// One call at a time; dispose of it to give up.
/// </summary>
public abstract class InvoiceLineItemReader : IDisposable
{
    private readonly InvoiceLineItemSource source;

    private protected InvoiceLineItemReader(InvoiceLineItemSource source) => this.source = source;

    /// <summary>What is read.</summary>
    public virtual InvoiceLineItemSource Source => source;

    /// <summary>
    /// Finds out whether the rows can be had, where that takes long; reading does it as well. An interface that has none for an
    /// invoice says so here (code 5000).
    /// </summary>
    public virtual Task PrepareAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The next rows; null after the last. A failure is final: the rows before it were handed out.</summary>
    /// <exception cref="PartnerException">What the service or the network did.</exception>
    public abstract Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands on every batch, and reads one ahead meanwhile: <paramref name="handle"/> says by its second argument when the
    /// next batch may be asked for, which is when its first row is out. A failure of the next batch comes up after the
    /// present one is done.
    /// </summary>
    public async Task ReadAheadAsync(Func<InvoiceLineItemBatch, Action, Task> handle, CancellationToken cancellationToken = default)
    {
        if (handle == null)
        {
            throw new ArgumentNullException(nameof(handle));
        }

        InvoiceLineItemBatch? batch = await NextAsync(cancellationToken).ConfigureAwait(false);
        while (batch != null)
        {
            var begun = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            Task handled = handle(batch, () => begun.TrySetResult(true));
            await Task.WhenAny(begun.Task, handled).ConfigureAwait(false);
            if (handled.IsFaulted || handled.IsCanceled)
            {
                await handled.ConfigureAwait(false);
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<InvoiceLineItemBatch?> next = NextAsync(stop.Token);
            try
            {
                await handled.ConfigureAwait(false);
            }
            catch
            {
                // Nobody wants it any more, and it must have ended before its reader is disposed of.
                stop.Cancel();
                await Task.WhenAny(next).ConfigureAwait(false);
                _ = next.Exception;
                throw;
            }

            batch = await next.ConfigureAwait(false);
        }
    }

    /// <summary>The rows as bytes of a file. Either this or <see cref="NextAsync"/>, not both.</summary>
    internal virtual IRowExport OpenExport(ExportForm form) => new ObjectRowExport(this, form);

    /// <summary>Forgets what was found out, after the data has changed.</summary>
    internal virtual void StartAnew()
    {
    }

    /// <summary>Gives up what is held.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
