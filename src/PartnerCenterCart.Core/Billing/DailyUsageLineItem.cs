using System;

namespace PartnerCenterCart;

/// <summary>What was used of legacy Azure on one day.</summary>
public sealed class DailyUsageLineItem : AzureLineItem
{
    /// <summary>Account of the customer.</summary>
    public string? CustomerBillableAccount { get; set; }

    /// <summary>The day.</summary>
    public DateTimeOffset? UsageDate { get; set; }

    /// <summary>The service that was metered.</summary>
    public string? MeteredService { get; set; }

    /// <summary>Its kind.</summary>
    public string? MeteredServiceType { get; set; }

    /// <summary>Where it was metered.</summary>
    public string? MeteredRegion { get; set; }

    /// <summary>A text of the customer's.</summary>
    public string? Project { get; set; }

    /// <summary>Further words of the service.</summary>
    public string? ServiceInfo { get; set; }
}
