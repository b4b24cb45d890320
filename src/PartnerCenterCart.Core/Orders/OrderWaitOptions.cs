using System;

namespace PartnerCenterCart;

/// <summary>How long, and how often.</summary>
public sealed class OrderWaitOptions
{
    /// <summary>How long each order may take, from the start of the wait.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Between the first two looks at an order; it grows by half each time.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What it grows to, unless <see cref="PollingInterval"/> is longer.</summary>
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many orders are looked at in the same moment.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>Hears how each order comes along; called from any thread, one call at a time for an order.</summary>
    public Action<OrderWaitProgress>? Progress { get; set; }
}
