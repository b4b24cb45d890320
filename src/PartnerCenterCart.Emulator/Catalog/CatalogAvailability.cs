using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed record CatalogAvailability
{
    public string Id { get; init; } = string.Empty;

    public string Segment { get; init; } = "commercial";

    public bool IsPurchasable { get; init; } = true;

    /// <summary>Set where the id is not product:sku:availability (legacy offers).</summary>
    public string? CatalogItemId { get; init; }

    /// <summary>Overrides the product's family: the published samples use one SKU for two kinds of item.</summary>
    public ItemFamily? Family { get; init; }

    /// <summary>Overrides the SKU's title, together with <see cref="Family"/>.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<CatalogTerm> Terms { get; init; } = [];
}
