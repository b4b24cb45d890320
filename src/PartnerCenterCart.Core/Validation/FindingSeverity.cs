namespace PartnerCenterCart;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>May be wrong, or will be soon.</summary>
    Warning,

    /// <summary>The service would refuse it.</summary>
    Error,
}
