using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What the catalogue says, each thing asked for once.</summary>
internal sealed class CatalogFacts
{
    private readonly ProductCollectionOperations products;
    private readonly Dictionary<string, object?> known = new(StringComparer.OrdinalIgnoreCase);

    public CatalogFacts(ProductCollectionOperations products) => this.products = products;

    /// <summary>The SKU; null when there is none.</summary>
    public Task<Sku?> SkuAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        OnceAsync("sku " + item.ProductAndSku, () => FoundAsync(products.ById(item.ProductId).Skus.ById(item.SkuId).GetAsync(cancellationToken)));

    /// <summary>The availability of that very id; null when it was replaced.</summary>
    public Task<Availability?> AvailabilityAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        OnceAsync(
            $"availability {item.ProductAndSku}:{item.AvailabilityId}",
            () => FoundAsync(products.ById(item.ProductId).Skus.ById(item.SkuId).Availabilities.ById(item.AvailabilityId).GetAsync(cancellationToken)));

    /// <summary>What is sold of the SKU now.</summary>
    public async Task<IReadOnlyList<Availability>> CurrentAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        await OnceAsync<IReadOnlyList<Availability>>("current " + item.ProductAndSku, async () =>
        {
            var all = new List<Availability>();
            Page<Availability>? page = await products.ById(item.ProductId).Skus.ById(item.SkuId).Availabilities.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            for (; page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                all.AddRange(page.Items);
            }

            return all;
        }).ConfigureAwait(false) ?? Array.Empty<Availability>();

    private static async Task<T?> FoundAsync<T>(Task<T> call)
        where T : class
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
        {
            return null;
        }
    }

    private async Task<T?> OnceAsync<T>(string key, Func<Task<T?>> read)
        where T : class
    {
        if (!known.TryGetValue(key, out object? value))
        {
            known[key] = value = await read().ConfigureAwait(false);
        }

        return (T?)value;
    }
}
