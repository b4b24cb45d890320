namespace PartnerCenterCart;

/// <summary>A further limit of a SKU.</summary>
public sealed class Constraint : PartnerResource
{
    /// <summary>Name.</summary>
    public string? ConstraintName { get; set; }

    /// <summary>Kind.</summary>
    public string? ConstraintType { get; set; }

    /// <summary>The limit.</summary>
    public decimal? ConstraintValue { get; set; }

    /// <summary>Name and limit in one line.</summary>
    public override string ToString() => $"{ConstraintName}: {ConstraintValue?.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
