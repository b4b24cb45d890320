namespace PartnerCenterCart;

/// <summary>A change of the billing cycle that is pending.</summary>
public sealed class NextChargeInstructions : PartnerResource
{
    /// <summary>Item and term from then on.</summary>
    public ProductTerm? Product { get; set; }

    /// <summary>Quantity from then on.</summary>
    public int? Quantity { get; set; }

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {Product}";
}
