using System;
using System.Threading;

namespace PartnerCenterCart.Http;

/// <summary>
/// The connection's clock in the form that Polly waits by. Timestamps stay real: they only measure.
/// </summary>
internal sealed class ClockTimeProvider : TimeProvider
{
    private readonly IClock clock;
    private readonly CancellationToken closed;

    /// <param name="clock">The connection's clock.</param>
    /// <param name="closed">Ends all waits early, so that the calls behind them notice that the connection is closed.</param>
    public ClockTimeProvider(IClock clock, CancellationToken closed)
    {
        this.clock = clock ?? throw new ArgumentNullException(nameof(clock));
        this.closed = closed;
    }

    public override DateTimeOffset GetUtcNow() => clock.UtcNow;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero
            ? new ClockTimer(clock, callback, state, dueTime, closed)
            : throw new NotSupportedException("A clock has no timers that repeat.");
}
