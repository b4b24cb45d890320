namespace PartnerCenterCart;

/// <summary>A quantity that is included.</summary>
public sealed class AvailabilityIncludedQuantity : PartnerResource
{
    /// <summary>How much.</summary>
    public string? Units { get; set; }

    /// <summary>Of what.</summary>
    public string? Description { get; set; }

    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{Units} {Description}";
}
