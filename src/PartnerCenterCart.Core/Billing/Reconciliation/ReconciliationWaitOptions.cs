using System;

namespace PartnerCenterCart;

/// <summary>How long an export is waited for, and how often it is asked about.</summary>
public sealed class ReconciliationWaitOptions
{
    /// <summary>From the start of the export. Large invoices take the service many minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Between the first two looks where the service does not say; it grows by half each time.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What it grows to.</summary>
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Hears the status after each look; called from any thread.</summary>
    public Action<string>? Progress { get; set; }
}
