using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The catalog by the ids that carts use. Ids are compared without case: GUID casing varies on the wire. Nothing is read before the first question.</summary>
internal sealed class CatalogIndex
{
    private readonly Lazy<Tables> tables = new(() => new Tables(EmbeddedData.Read<CatalogData>("catalog.json")));

    public IReadOnlyList<CatalogProduct> Products => tables.Value.Products;

    /// <summary>The promotions of the seeds; those of the calendar are in <see cref="PromotionCalendar"/>.</summary>
    public IReadOnlyCollection<Promotion> Promotions => tables.Value.Promotions.Values;

    public CatalogProduct? FindProduct(string id) =>
        tables.Value.ById.TryGetValue(id, out CatalogProduct? product) ? product : NumberedProducts.Find(id);

    public static CatalogSku? FindSku(CatalogProduct product, string id) =>
        product.Skus.FirstOrDefault(sku => string.Equals(sku.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an id stands for or once stood for: product and SKU are right also when the availability has been reissued since.</summary>
    public CatalogItem? Find(string? catalogItemId) => Find(catalogItemId, null);

    /// <summary>What an id stands for in this issue of availability ids.</summary>
    public CatalogItem? Find(string? catalogItemId, long? issue)
    {
        if (catalogItemId is null)
        {
            return null;
        }

        if (tables.Value.Items.TryGetValue(catalogItemId, out CatalogItem? item))
        {
            return item;
        }

        string[] ids = catalogItemId.Split(':');
        if (ids.Length != 3 || FindProduct(ids[0]) is not { } product || FindSku(product, ids[1]) is not { } sku)
        {
            return null;
        }

        if (product.IsReissued && issue is null)
        {
            return new CatalogItem(product, sku, sku.Availabilities[0], catalogItemId);
        }

        foreach (string country in product.Countries ?? Market.Countries)
        {
            foreach (CatalogAvailability availability in sku.Availabilities)
            {
                if (string.Equals(AvailabilityId.Of(product, sku, availability, country, issue ?? 0), ids[2], StringComparison.OrdinalIgnoreCase))
                {
                    return new CatalogItem(product, sku, availability, catalogItemId, country);
                }
            }
        }

        return null;
    }

    /// <summary>Every availability of a country, without the numbered products.</summary>
    public IEnumerable<CatalogItem> Sold(string country, long issue) => Products
        .Where(product => product.Countries?.Contains(country) != false)
        .SelectMany(product => product.Skus.SelectMany(sku => sku.Availabilities.Select(availability => ItemIn(product, sku, availability, country, issue))));

    /// <summary>The availability under the id that it has in a country.</summary>
    public static CatalogItem ItemIn(CatalogProduct product, CatalogSku sku, CatalogAvailability availability, string country, long issue) =>
        new(product, sku, availability, availability.CatalogItemId ?? product.Id + ":" + sku.Id + ":" + AvailabilityId.Of(product, sku, availability, country, issue), country);

    public Promotion? FindPromotion(string promotionId, DateTimeOffset now) =>
        tables.Value.Promotions.TryGetValue(promotionId, out Promotion? promotion) ? promotion : PromotionCalendar.Find(promotionId, now);

    /// <summary>Every promotion that runs at the moment.</summary>
    public IEnumerable<Promotion> RunningPromotions(DateTimeOffset now) =>
        tables.Value.Promotions.Values.Concat(PromotionCalendar.At(now)).Where(promotion => promotion.IsRunning(now));

    private sealed class Tables
    {
        public Tables(CatalogData data)
        {
            Products = [.. data.Products, .. MadeProducts.All()];
            foreach (CatalogProduct product in Products)
            {
                ById.Add(product.Id, product);
            }

            // The published samples use one SKU for two kinds of item, and GUIDs for offers: these ids are not always product:sku:availability.
            foreach (CatalogItem item in data.Products.SelectMany(SeededItems))
            {
                Items.Add(item.Id, item);
            }

            foreach (Promotion promotion in data.Promotions.Select(wire => new Promotion(wire)))
            {
                Promotions.Add(promotion.Id, promotion);
            }
        }

        public IReadOnlyList<CatalogProduct> Products { get; }

        public Dictionary<string, CatalogProduct> ById { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, CatalogItem> Items { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, Promotion> Promotions { get; } = new(StringComparer.OrdinalIgnoreCase);

        private static IEnumerable<CatalogItem> SeededItems(CatalogProduct product) =>
            product.Skus.SelectMany(sku => sku.Availabilities.Select(availability => new CatalogItem(product, sku, availability)));
    }
}
