using System;

namespace PartnerCenterCart.Emulation;

/// <summary>The service's time: real time plus what tests have advanced, or a frozen start plus the same.</summary>
internal sealed class EmulatorClock(DateTimeOffset? frozenAt)
{
    private readonly object gate = new();
    private TimeSpan offset;

    public TimeSpan Offset
    {
        get
        {
            lock (gate)
            {
                return offset;
            }
        }

        set
        {
            lock (gate)
            {
                offset = value;
            }
        }
    }

    public DateTimeOffset Now => (frozenAt?.ToUniversalTime() ?? DateTimeOffset.UtcNow) + Offset;

    public void Advance(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "The emulator's clock only moves forward.");
        }

        lock (gate)
        {
            offset += time;
        }
    }
}
