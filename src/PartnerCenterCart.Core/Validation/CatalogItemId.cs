using System;

namespace PartnerCenterCart;

/// <summary>A catalog item id taken apart: <c>product:sku:availability</c>.</summary>
internal readonly struct CatalogItemId
{
    private CatalogItemId(string productId, string skuId, string availabilityId)
    {
        ProductId = productId;
        SkuId = skuId;
        AvailabilityId = availabilityId;
    }

    public string ProductId { get; }

    public string SkuId { get; }

    public string AvailabilityId { get; }

    /// <summary>Product and SKU, as prerequisites name them.</summary>
    public string ProductAndSku => ProductId + ":" + SkuId;

    /// <summary>Null for legacy offers and MS-AZR-0145P, which the catalogue does not hold.</summary>
    public static CatalogItemId? Parse(string? text)
    {
        string[] parts = text?.Trim().Split(':') ?? Array.Empty<string>();
        return parts.Length == 3 && Array.TrueForAll(parts, part => part.Length > 0) ? new CatalogItemId(parts[0], parts[1], parts[2]) : null;
    }
}
