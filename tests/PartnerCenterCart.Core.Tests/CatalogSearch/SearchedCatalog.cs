using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A small catalogue of the US, a cache, and a search in it. Members are JSON without the braces.</summary>
internal sealed class SearchedCatalog
{
    private readonly Dictionary<string, List<JObject>> lists = new();

    public SearchedCatalog()
    {
        foreach (string view in new[] { "OnlineServices", "MarketplaceSaaS", "Software", "Azure", "MicrosoftAzure", "AzureReservations", "SpecializedOffers" })
        {
            List(Products(view));
        }
    }

    public PathTransport Service { get; } = new();

    public FrozenClock Clock { get; } = new(new DateTimeOffset(2024, 6, 10, 12, 0, 0, TimeSpan.Zero));

    public SessionCache Cache { get; } = new();

    /// <summary>The lists of the search that was made last.</summary>
    public CatalogLists Lists { get; private set; } = null!;

    /// <summary>The search that was made last.</summary>
    public CatalogSearch Search { get; private set; } = null!;

    public static string Products(string view, string rest = "") => $"GET /v1/products?country=US&targetView={view}{rest}";

    public static string Skus(string product) => $"GET /v1/products/{product}/skus?country=US";

    public static string Availabilities(string product, string sku) => $"GET /v1/products/{product}/skus/{sku}/availabilities?country=US";

    /// <summary>Puts a product with one SKU and one availability into a view.</summary>
    public SearchedCatalog Sells(string id, string title, string view = "OnlineServices", string sku = "", string availability = "", string skuId = "0001")
    {
        Add(Products(view), $$"""id:"{{id}}",title:"{{title}}" """);
        return Sku(id, skuId, sku, availability);
    }

    public SearchedCatalog Sku(string product, string id, string sku = "", string availability = "")
    {
        Add(Skus(product), $$"""id:"{{id}}",title:"Sku {{id}}",supportedBillingCycles:["monthly","annual"],{{sku}} """);
        return Availability(product, id, availability);
    }

    public SearchedCatalog Availability(string product, string sku, string availability = "", string id = "AAA")
    {
        Add(Availabilities(product, sku), $$"""id:"{{id}}",catalogItemId:"{{product}}:{{sku}}:{{id}}",country:"US",segment:"commercial",isPurchasable:true,terms:[{duration:"P1Y",billingCycle:"Annual"}],{{availability}} """);
        return this;
    }

    public SearchedCatalog Refuses(string methodAndPath, int status = 403, string code = "400036")
    {
        Service.Set(methodAndPath, ValidationCase.Fault(code), status);
        return this;
    }

    public async Task<IReadOnlyList<Availability>> FindAsync(string product, Action<CatalogSearch>? narrow = null, bool refresh = false, CancellationToken stop = default)
    {
        Lists = new CatalogLists(Cache, Clock, refresh);
        Search = new CatalogSearch(new PartnerClient(Service, Clock).Products.ByCountry("US"), Lists, "US", new TextMatch(product));
        narrow?.Invoke(Search);
        return await Search.FindAsync(stop);
    }

    /// <summary>Catalog item ids, in the order they were found.</summary>
    public async Task<string> IdsAsync(string product, Action<CatalogSearch>? narrow = null) =>
        string.Join(" ", (await FindAsync(product, narrow)).Select(availability => availability.CatalogItemId));

    /// <summary>Term and cycle of everything that was found.</summary>
    public async Task<string> OptionsAsync(string product, Action<CatalogSearch>? narrow = null) =>
        string.Join(", ", (await FindAsync(product, narrow)).Select(availability => $"{availability.TermDuration ?? "-"} {availability.BillingCycle ?? "-"}"));

    // A later member takes the place of an earlier one of the same name.
    private void Add(string path, string members)
    {
        List(path).Add((JObject)Fixture.Parse("{" + members + "}"));
        Service.Set(path, new JObject { ["items"] = new JArray(lists[path]) }.ToString());
    }

    private List<JObject> List(string path)
    {
        if (!lists.TryGetValue(path, out List<JObject>? list))
        {
            lists[path] = list = new();
            Service.Set(path, """{"items":[]}""");
        }

        return list;
    }
}
