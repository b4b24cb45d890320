namespace PartnerCenterCart;

/// <summary>Something that the customer must own.</summary>
public sealed class ProductOwnershipConstraint : PartnerResource
{
    /// <summary><c>product/sku</c>.</summary>
    public string? BigId { get; set; }

    /// <summary>At least; often missing.</summary>
    public int? MinSeats { get; set; }

    /// <summary>At most; often missing.</summary>
    public int? MaxSeats { get; set; }

    /// <summary>The item.</summary>
    public override string ToString() => BigId ?? string.Empty;
}
