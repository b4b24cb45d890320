namespace PartnerCenterCart;

/// <summary>What came of an activation; sandbox only.</summary>
public sealed class SubscriptionActivationResult : PartnerResource
{
    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary><c>Success</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
