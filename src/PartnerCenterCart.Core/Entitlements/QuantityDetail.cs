namespace PartnerCenterCart;

/// <summary>A part of an entitlement.</summary>
public sealed class QuantityDetail : PartnerResource
{
    /// <summary>How much.</summary>
    public int? Quantity { get; set; }

    /// <summary>Where it stands.</summary>
    public string? Status { get; set; }

    /// <summary>Quantity and status.</summary>
    public override string ToString() => $"{Quantity} {Status}";
}
