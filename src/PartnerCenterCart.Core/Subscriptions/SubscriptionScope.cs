namespace PartnerCenterCart;

/// <summary>What a benefit is for.</summary>
public sealed class SubscriptionScope : PartnerResource
{
    /// <summary><c>single</c> or <c>shared</c>; more through the Azure portal.</summary>
    public string? Type { get; set; }

    /// <summary>Azure plan, when shared.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Azure subscription, when single.</summary>
    public string? EntitlementId { get; set; }

    /// <summary>Set through the Azure portal.</summary>
    public string? ManagementGroupId { get; set; }

    /// <summary>Set through the Azure portal.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>The kind.</summary>
    public override string ToString() => Type ?? string.Empty;
}
