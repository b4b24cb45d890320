using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The catalog by the ids that carts use. Ids are compared without case: GUID casing varies on the wire.</summary>
internal sealed class CatalogIndex
{
    private readonly Dictionary<string, CatalogItem> items = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Promotion> promotions = new(StringComparer.OrdinalIgnoreCase);

    public CatalogIndex(CatalogData data)
    {
        foreach (CatalogProduct product in data.Products)
        {
            foreach (CatalogSku sku in product.Skus)
            {
                foreach (CatalogAvailability availability in sku.Availabilities)
                {
                    var item = new CatalogItem(product, sku, availability);
                    items.Add(item.Id, item);
                }
            }
        }

        foreach (Promotion promotion in data.Promotions.Select(wire => new Promotion(wire)))
        {
            promotions.Add(promotion.Id, promotion);
        }
    }

    public IReadOnlyCollection<CatalogItem> Items => items.Values;

    public IReadOnlyCollection<Promotion> Promotions => promotions.Values;

    public static CatalogIndex Load() => new(EmbeddedData.Read<CatalogData>("catalog.json"));

    public CatalogItem? Find(string? catalogItemId) => catalogItemId is not null && items.TryGetValue(catalogItemId, out CatalogItem? item) ? item : null;

    public Promotion? FindPromotion(string promotionId) => promotions.TryGetValue(promotionId, out Promotion? promotion) ? promotion : null;
}
