namespace PartnerCenterCart;

/// <summary>One benefit of a savings plan.</summary>
public sealed class SubscriptionLineItem : PartnerResource
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>The partner's label.</summary>
    public string? FriendlyName { get; set; }

    /// <summary>What it is for.</summary>
    public SubscriptionScope? Scope { get; set; }

    /// <summary>Whether it renews.</summary>
    public bool? AutoRenewEnabled { get; set; }

    /// <summary>A text of <see cref="SubscriptionStatus"/>.</summary>
    public string? Status { get; set; }

    /// <summary>What was committed to.</summary>
    public PurchaseCommitment? PurchaseCommitment { get; set; }

    /// <summary>The label.</summary>
    public override string ToString() => FriendlyName ?? Id ?? string.Empty;
}
