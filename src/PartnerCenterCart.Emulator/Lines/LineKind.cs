namespace PartnerCenterCart.Emulation;

/// <summary>The five kinds of line in endpoints.md, Line-item combinations.</summary>
internal enum LineKind
{
    /// <summary>LicenseBasedLineItem: provider office, billing.</summary>
    Licence,

    /// <summary>UsageBasedLineItem: provider azure, billing.</summary>
    AzureCost,

    /// <summary>DailyUsageLineItem: provider azure, usage.</summary>
    AzureUsage,

    /// <summary>OneTimeInvoiceLineItem: every modern purchase.</summary>
    Purchase,

    /// <summary>DailyRatedUsageLineItem: usage of Azure plans and of the marketplace.</summary>
    RatedUsage,
}
