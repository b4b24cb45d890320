using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A clock that stands where it is put; its waits are over at once.</summary>
internal sealed class FrozenClock : IClock
{
    public FrozenClock(DateTimeOffset now) => UtcNow = now;

    public DateTimeOffset UtcNow { get; set; }

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        UtcNow += duration;
        return Task.CompletedTask;
    }
}
