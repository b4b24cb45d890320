using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>From words to things that can be bought: products, their SKUs, their availabilities, their terms.</summary>
internal sealed class CatalogSearch
{
    // Together they hold everything that is sold; the others are parts of these.
    private static readonly string[] EveryView =
    {
        TargetView.OnlineServices, TargetView.MarketplaceSaaS, TargetView.Software, TargetView.MicrosoftAzure, TargetView.AzureReservations,
    };

    private readonly ProductCollectionOperations products;
    private readonly CatalogLists lists;
    private readonly string scope;

    /// <param name="products">The catalogue of a country or of a customer.</param>
    /// <param name="lists">What the session has read of it.</param>
    /// <param name="scope">Country or customer, to tell the lists apart.</param>
    /// <param name="product">What the title or id has to match.</param>
    public CatalogSearch(ProductCollectionOperations products, CatalogLists lists, string scope, ITextMatch product)
    {
        Product = product;
        this.products = products;
        this.lists = lists;
        this.scope = scope;
    }

    public ITextMatch Product { get; }

    public ITextMatch? Sku { get; set; }

    public string[] Catalogs { get; set; } = Array.Empty<string>();

    public string? Segment { get; set; }

    public string? ReservationScope { get; set; }

    public string? TermDuration { get; set; }

    public string? BillingCycle { get; set; }

    /// <summary>Titles of all products that were looked at, to suggest the nearest.</summary>
    public List<string> Titles { get; } = new();

    /// <summary>Products that fit, whether or not they can be had by these terms.</summary>
    public List<Product> Products { get; } = new();

    public async Task<IReadOnlyList<Availability>> FindAsync(CancellationToken stop)
    {
        var found = new List<Availability>();
        foreach (Product product in await ProductsAsync(stop).ConfigureAwait(false))
        {
            Products.Add(product);
            foreach (Sku sku in await SkusAsync(product, stop).ConfigureAwait(false))
            {
                if (Sku?.IsMatch(sku.Title, sku.Id) != false)
                {
                    found.AddRange(await AvailabilitiesAsync(product, sku, stop).ConfigureAwait(false));
                }
            }
        }

        return found;
    }

    private async Task<IEnumerable<Product>> ProductsAsync(CancellationToken stop)
    {
        var seen = new Dictionary<string, Product>(StringComparer.OrdinalIgnoreCase);
        foreach (string view in Catalogs.Length > 0 ? Catalogs : EveryView)
        {
            foreach (Product product in await ViewAsync(view, stop).ConfigureAwait(false))
            {
                seen[product.Id ?? string.Empty] = product;
            }
        }

        Titles.AddRange(seen.Values.Select(product => product.Title).OfType<string>());
        List<Product> exact = seen.Values.Where(product => Product.IsMatch(product.Title, product.Id)).ToList();

        // Words without wildcards mean the whole title; where no title is that, a title with them in it.
        return exact.Count > 0 || Product.HasWildcard
            ? exact
            : seen.Values.Where(product => product.Title?.IndexOf(Product.Text, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private async Task<IReadOnlyList<Product>> ViewAsync(string view, CancellationToken stop)
    {
        try
        {
            return await lists.ReadAsync(
                $"products {scope} {view} {Segment} {ReservationScope}",
                () => products.ByTargetView(view).ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(stop),
                stop).ConfigureAwait(false);
        }
        catch (PartnerException e) when (Catalogs.Length == 0 && e.ServiceCode is "400036" or "400030")
        {
            // Not every partner may see every view; the others are searched all the same.
            return Array.Empty<Product>();
        }
    }

    private Task<IReadOnlyList<Sku>> SkusAsync(Product product, CancellationToken stop) => lists.ReadAsync(
        $"skus {scope} {product.Id} {Segment} {ReservationScope}",
        () => products.ById(product.Id!).Skus.ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(stop),
        stop);

    private async Task<IEnumerable<Availability>> AvailabilitiesAsync(Product product, Sku sku, CancellationToken stop)
    {
        IReadOnlyList<Availability> all = await lists.ReadAsync(
            $"availabilities {scope} {product.Id} {sku.Id} {Segment} {ReservationScope}",
            () => products.ById(product.Id!).Skus.ById(sku.Id!).Availabilities.ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(cancellationToken: stop),
            stop).ConfigureAwait(false);
        return all
            .Where(availability => availability.IsPurchasable != false && (Segment == null || availability.Segment == null || TargetSegment.Known.Same(availability.Segment, Segment)))
            .SelectMany(availability => PurchaseOption.Of(availability, sku)
                .Where(option => option.Fits(TermDuration, BillingCycle))
                .Select(option => Chosen(availability, product, sku, option)));
    }

    private static Availability Chosen(Availability availability, Product product, Sku sku, PurchaseOption option)
    {
        // A copy: what lies in the cache is nobody's choice yet.
        Availability chosen = PartnerJson.Clone(availability);
        chosen.CustomerId = availability.CustomerId;
        chosen.ReservationScope = availability.ReservationScope;
        chosen.Product = product;
        chosen.Sku = sku;
        chosen.TermDuration = option.TermDuration;
        chosen.BillingCycle = option.BillingCycle;
        return chosen;
    }
}
