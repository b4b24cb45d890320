namespace PartnerCenterCart;

/// <summary>The purchase behind an entitlement.</summary>
public sealed class ReferenceOrder : PartnerResource
{
    /// <summary>The order.</summary>
    public string? Id { get; set; }

    /// <summary>Its line, as text.</summary>
    public string? LineItemId { get; set; }

    /// <summary>The short id of the order.</summary>
    public string? AlternateId { get; set; }

    /// <summary>Normally missing.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Normally missing.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The order.</summary>
    public override string ToString() => Id ?? string.Empty;
}
