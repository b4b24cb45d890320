using System;

namespace PartnerCenterCart.Emulation;

/// <summary>How an emulator starts; what may change while it runs are its settings (see docs/emulator.md).</summary>
public sealed class EmulatorOptions
{
    /// <summary>File that keeps carts and orders between runs; null keeps them in memory only.</summary>
    public string? StatePath { get; set; }

    /// <summary>Freezes the clock at this moment, so that only <see cref="PartnerCenterEmulator.Advance"/> moves it; null lets it run with real time.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Requests per minute, customer and area (carts, orders ...) before 429; null means no limit. The service's own limit is 500.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Seconds on the emulator's clock from checkout until an order is completed.</summary>
    public double ProvisioningSeconds { get; set; } = 180;

    /// <summary>Seconds on the emulator's clock by which order lists lag behind; the service documents up to 15 minutes.</summary>
    public double OrderListLagSeconds { get; set; } = 900;

    /// <summary>How many requests the log keeps; the oldest go first.</summary>
    public int RequestLogCapacity { get; set; } = 100_000;
}
