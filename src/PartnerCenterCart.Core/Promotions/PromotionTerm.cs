namespace PartnerCenterCart;

/// <summary>A term that a promotion is for.</summary>
public sealed class PromotionTerm : PartnerResource
{
    /// <summary>ISO 8601 duration.</summary>
    public string? Duration { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>, often in PascalCase.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>Duration and billing cycle in one line.</summary>
    public override string ToString() => $"{Duration} {BillingCycle}";
}
