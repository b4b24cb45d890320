using System;

namespace PartnerCenterCart.Http;

/// <summary>
/// How many calls went out in the last minute, second by second: it needs the same memory for ten calls and for a million. It
/// counts a second too many rather than one too few, because calls take unequally long to arrive. Not thread-safe.
/// </summary>
internal sealed class CallWindow
{
    private const int Seconds = 61;

    private readonly int[] counts = new int[Seconds];
    private long newest = long.MinValue;

    /// <summary>Calls of the last minute, as of the last <see cref="MoveTo"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets what is older than a minute; says whether the clock was set back, with which everything is forgotten.</summary>
    public bool MoveTo(DateTimeOffset now)
    {
        long second = SecondOf(now);
        if (second == newest)
        {
            return false;
        }

        // A second of slack: threads read the clock in one order and arrive here in another.
        bool isBack = newest != long.MinValue && second < newest - 1;
        if (isBack || newest == long.MinValue || second - newest >= Seconds)
        {
            Clear();
            newest = second;
            return isBack;
        }

        while (newest < second)
        {
            ref int oldest = ref counts[++newest % Seconds];
            Count -= oldest;
            oldest = 0;
        }

        return false;
    }

    public void Clear()
    {
        Array.Clear(counts, 0, Seconds);
        Count = 0;
    }

    /// <summary>One call goes out now.</summary>
    public void Add()
    {
        counts[newest % Seconds]++;
        Count++;
    }

    /// <summary>How long until fewer than so many are in the window.</summary>
    public TimeSpan UntilBelow(int limit, DateTimeOffset now)
    {
        int left = Count;
        long second = newest - Seconds;
        while (left >= limit && second < newest)
        {
            left -= counts[++second % Seconds];
        }

        TimeSpan wait = new DateTimeOffset((second + Seconds) * TimeSpan.TicksPerSecond, TimeSpan.Zero) - now;
        return left == Count ? TimeSpan.Zero : wait;
    }

    private static long SecondOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerSecond;
}
