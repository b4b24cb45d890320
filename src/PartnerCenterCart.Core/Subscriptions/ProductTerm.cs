namespace PartnerCenterCart;

/// <summary>An item on its term.</summary>
public sealed class ProductTerm : PartnerResource
{
    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU.</summary>
    public string? SkuId { get; set; }

    /// <summary>The availability.</summary>
    public string? AvailabilityId { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    public string? TermDuration { get; set; }

    /// <summary>Promotion to apply; null for none.</summary>
    public string? PromotionId { get; set; }

    /// <summary>Item, term and billing cycle in one line.</summary>
    public override string ToString() => $"{ProductId}:{SkuId}:{AvailabilityId} ({TermDuration}, {BillingCycle})";
}
