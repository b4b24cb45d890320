namespace PartnerCenterCart;

/// <summary>How a promotion is applied.</summary>
public sealed class ProductPromotionProperties : PartnerResource
{
    /// <summary>True: without naming it on the line.</summary>
    public bool? IsAutoApplicable { get; set; }
}
