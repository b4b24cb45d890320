namespace PartnerCenterCart;

/// <summary>A condition of a promotion.</summary>
public sealed class EligibilityConstraint : PartnerResource
{
    /// <summary>Whether it holds for this promotion.</summary>
    public bool? IsApplicable { get; set; }

    /// <summary>Such as <c>FirstPurchase</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The condition.</summary>
    public override string ToString() => Type ?? string.Empty;
}
