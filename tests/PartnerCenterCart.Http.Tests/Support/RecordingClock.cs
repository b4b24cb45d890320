using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A clock like an emulator's: a wait is over at once and moves the time.</summary>
internal sealed class RecordingClock : IClock
{
    private readonly ConcurrentQueue<TimeSpan> delays = new();
    private long ticks = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).Ticks;

    public DateTimeOffset UtcNow => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Delays => [.. delays];

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        delays.Enqueue(duration);
        Pass(duration);
        return Task.CompletedTask;
    }

    /// <summary>Time goes by, or back.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
