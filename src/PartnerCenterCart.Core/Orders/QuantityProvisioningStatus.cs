namespace PartnerCenterCart;

/// <summary>How far a part of a line is.</summary>
public sealed class QuantityProvisioningStatus : PartnerResource
{
    /// <summary>Licences or instances.</summary>
    public int? Quantity { get; set; }

    /// <summary>A text of <see cref="ProvisioningState"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>Quantity and status.</summary>
    public override string ToString() => $"{Quantity} {Status}";
}
