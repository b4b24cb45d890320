using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Works through a list with so many at once.</summary>
internal static class Workers
{
    /// <summary>Ends when all are done. The first failure keeps the others from being begun, and is thrown when those under way have ended.</summary>
    public static async Task RunAsync<T>(IEnumerable<T> items, int atOnce, Func<T, Task> work, CancellationToken stop)
    {
        using IEnumerator<T> left = items.GetEnumerator();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        async Task WorkAsync()
        {
            while (!failed.IsCancellationRequested && TryTake(left, out T item))
            {
                try
                {
                    await work(item).ConfigureAwait(false);
                }
                catch
                {
                    failed.Cancel();
                    throw;
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(WorkAsync, CancellationToken.None)).ToList()).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    private static bool TryTake<T>(IEnumerator<T> left, out T item)
    {
        lock (left)
        {
            bool hasMore = left.MoveNext();
            item = hasMore ? left.Current : default!;
            return hasMore;
        }
    }
}
