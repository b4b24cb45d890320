using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A clock whose waits never end by themselves.</summary>
internal sealed class StuckClock : IClock
{
    private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset UtcNow { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Done when somebody waits.</summary>
    public Task Waiting => waiting.Task;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        waiting.TrySetResult();
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
