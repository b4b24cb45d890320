namespace PartnerCenterCart;

/// <summary>Links of a SKU.</summary>
public sealed class SkuLinks : StandardResourceLinks
{
    /// <summary>On which terms it can be bought.</summary>
    public Link? Availabilities { get; set; }
}
