using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Several pieces of work at a time, whose results come out in the order in which the pieces went in.</summary>
internal sealed class OrderedWork<TPiece, TResult>
    where TPiece : class
    where TResult : class
{
    private readonly Func<TPiece?> next;
    private readonly Func<TPiece, TResult> work;
    private readonly int degree;
    private readonly Queue<Task<TResult>> running = new();
    private bool ended;

    /// <param name="next">The next piece; null at the end. Called on the thread of the caller.</param>
    /// <param name="work">What is done with it, on any thread.</param>
    /// <param name="degree">How many pieces are held at a time.</param>
    public OrderedWork(Func<TPiece?> next, Func<TPiece, TResult> work, int degree)
    {
        this.next = next;
        this.work = work;
        this.degree = degree;
    }

    /// <summary>The next result; null at the end.</summary>
    public async Task<TResult?> NextAsync(CancellationToken cancellationToken)
    {
        while (!ended && running.Count < degree)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next() is not { } piece)
            {
                ended = true;
                break;
            }

            running.Enqueue(Task.Run(() => work(piece), cancellationToken));
        }

        return running.Count == 0 ? null : await running.Dequeue().ConfigureAwait(false);
    }
}
