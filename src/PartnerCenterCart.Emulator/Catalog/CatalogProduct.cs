using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed record CatalogProduct
{
    public string Id { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string? Description { get; init; }

    public ItemFamily Family { get; init; }

    public CatalogItemType ProductType { get; init; } = new();

    public bool IsMicrosoftProduct { get; init; }

    public string? PublisherName { get; init; }

    /// <summary>The targetView values that show this product.</summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    public IReadOnlyList<Participant>? LocalizedAttributes { get; init; }

    /// <summary>Two-letter codes; null for a product that is sold everywhere.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Its availabilities get new ids on the clock; those of the contract keep theirs.</summary>
    public bool IsReissued { get; init; }

    public IReadOnlyList<CatalogSku> Skus { get; init; } = [];
}
