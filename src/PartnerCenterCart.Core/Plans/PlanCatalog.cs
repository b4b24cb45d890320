using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The catalogue as far as a plan needs it: each SKU and its availabilities are read once for each country, however many rows name them.</summary>
internal sealed class PlanCatalog
{
    private readonly PartnerClient client;
    private readonly ConcurrentDictionary<string, CatalogFacts> countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Availability>>>> sold = new(StringComparer.OrdinalIgnoreCase);

    public PlanCatalog(PartnerClient client) => this.client = client;

    /// <summary>What the rules ask about items of a country.</summary>
    public CatalogFacts Facts(string country) => countries.GetOrAdd(country, _ => new CatalogFacts(client.Products.ByCountry(country), new OnceReader(remembersFailures: false)));

    /// <summary>Everything that is sold of a SKU, term by term.</summary>
    /// <exception cref="PartnerException">NotFound: there is no such product or SKU in the country.</exception>
    public async Task<IReadOnlyList<Availability>> SoldAsync(string country, string productId, string skuId, string? segment, CancellationToken stop)
    {
        string key = $"{country} {productId} {skuId} {segment}";
        Lazy<Task<IReadOnlyList<Availability>>> read = sold.GetOrAdd(key, _ => new Lazy<Task<IReadOnlyList<Availability>>>(() => ReadAsync(country, productId, skuId, segment, stop)));
        try
        {
            return await read.Value.ConfigureAwait(false);
        }
        catch
        {
            // A failure is nobody's fact.
            sold.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<IReadOnlyList<Availability>> ReadAsync(string country, string productId, string skuId, string? segment, CancellationToken stop)
    {
        SkuOperations sku = client.Products.ByCountry(country).ById(productId).Skus.ById(skuId);
        Sku details = await sku.GetAsync(stop).ConfigureAwait(false);
        var all = new List<Availability>();
        Page<Availability>? page = await sku.Availabilities.ByTargetSegment(segment).GetAsync(cancellationToken: stop).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(stop).ConfigureAwait(false))
        {
            all.AddRange(page.Items);
        }

        foreach (Availability availability in all)
        {
            availability.Sku ??= details;
        }

        return all.Where(availability => availability.IsPurchasable != false).ToList();
    }
}
