namespace PartnerCenterCart;

/// <summary>Links of a product.</summary>
public sealed class ProductLinks : StandardResourceLinks
{
    /// <summary>Its SKUs.</summary>
    public Link? Skus { get; set; }
}
