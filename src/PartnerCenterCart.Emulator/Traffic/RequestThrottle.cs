using System;
using System.Collections.Concurrent;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Requests per minute, customer and area (behaviours.md section 9). Refused requests count too.</summary>
internal sealed class RequestThrottle
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the request may pass, else the answer that refuses it.</summary>
    public EmulatorResponse? Refuse(string key, int? limit, DateTimeOffset now)
    {
        if (limit is null)
        {
            return null;
        }

        Window window = windows.GetOrAdd(key, _ => new Window());
        lock (window)
        {
            if (now >= window.End)
            {
                window.End = now + Length;
                window.Count = 0;
            }

            window.Count++;
            if (window.Count <= limit)
            {
                return null;
            }

            string seconds = Math.Ceiling((window.End - now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return FaultBodies.Throttle(429, seconds).With("Retry-After", seconds);
        }
    }

    public void Clear() => windows.Clear();

    private sealed class Window
    {
        public DateTimeOffset End { get; set; } = DateTimeOffset.MinValue;

        public int Count { get; set; }
    }
}
