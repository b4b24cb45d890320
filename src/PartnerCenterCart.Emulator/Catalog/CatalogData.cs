using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The shape of Data/catalog.json.</summary>
internal sealed record CatalogData
{
    public IReadOnlyList<CatalogProduct> Products { get; init; } = [];

    public IReadOnlyList<JObject> Promotions { get; init; } = [];
}
