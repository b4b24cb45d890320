using System;

namespace PartnerCenterCart;

/// <summary>What changes at renewal.</summary>
public sealed class ScheduledNextTermInstructions : PartnerResource
{
    /// <summary>Item and term from then on.</summary>
    public ProductTerm? Product { get; set; }

    /// <summary>Quantity from then on.</summary>
    public int? Quantity { get; set; }

    /// <summary>End of that term, when aligned.</summary>
    public DateTimeOffset? CustomTermEndDate { get; set; }

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {Product}";
}
