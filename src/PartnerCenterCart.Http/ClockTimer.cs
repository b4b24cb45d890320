using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>One wait on a clock.</summary>
internal sealed class ClockTimer : ITimer
{
    private readonly IClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly CancellationToken closed;
    private CancellationTokenSource? running;

    public ClockTimer(IClock clock, TimerCallback callback, object? state, TimeSpan dueTime, CancellationToken closed)
    {
        this.clock = clock;
        this.callback = callback;
        this.state = state;
        this.closed = closed;
        Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        CancellationTokenSource? next = dueTime == Timeout.InfiniteTimeSpan ? null : CancellationTokenSource.CreateLinkedTokenSource(closed);
        Stop(Interlocked.Exchange(ref running, next));
        if (next != null)
        {
            // Never on the caller's stack: an emulator's clock is done at once, before the caller has its timer.
            CancellationToken stop = next.Token;
            _ = Task.Run(() => RunAsync(dueTime, next, stop), CancellationToken.None);
        }

        return true;
    }

    public void Dispose() => Stop(Interlocked.Exchange(ref running, null));

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private static void Stop(CancellationTokenSource? source)
    {
        source?.Cancel();
        source?.Dispose();
    }

    private async Task RunAsync(TimeSpan dueTime, CancellationTokenSource mine, CancellationToken stop)
    {
        try
        {
            await clock.DelayAsync(dueTime, stop).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Stopped, closed, or a clock that fails. Only the first leaves the callback out, below: a wait must end.
        }

        if (Interlocked.CompareExchange(ref running, null, mine) == mine)
        {
            mine.Dispose();
            callback(state);
        }
    }
}
