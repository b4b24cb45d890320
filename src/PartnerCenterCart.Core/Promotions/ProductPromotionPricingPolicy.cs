namespace PartnerCenterCart;

/// <summary>What a promotion gives.</summary>
public sealed class ProductPromotionPricingPolicy : PartnerResource
{
    /// <summary>Such as <c>PercentDiscount</c>.</summary>
    public string? PolicyType { get; set; }

    /// <summary>The part taken off: 0.05 is five per cent. Text on the wire.</summary>
    public decimal? Value { get; set; }

    /// <summary>Kind and part in one line.</summary>
    public override string ToString() => $"{PolicyType} {Value?.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
