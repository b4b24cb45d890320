using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Real time that stands still until a test lets every timeout that is set pass.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly ConcurrentDictionary<ManualTimer, bool> timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timers[timer] = true;
        return timer;
    }

    public void PassTimeout()
    {
        foreach (ManualTimer timer in timers.Keys)
        {
            timer.Fire();
        }
    }

    private sealed class ManualTimer(ManualTime owner, Action callback) : ITimer
    {
        public void Fire()
        {
            if (owner.timers.TryRemove(this, out _))
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner.timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
