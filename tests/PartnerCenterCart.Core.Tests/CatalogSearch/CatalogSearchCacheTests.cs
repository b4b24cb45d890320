using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Lists are read once for a session and know their age.</summary>
public class CatalogSearchCacheTests
{
    [Fact]
    public async Task What_was_read_is_not_read_again()
    {
        SearchedCatalog catalog = Catalog();
        string first = await catalog.IdsAsync("Thing A");
        int asked = catalog.Service.Requests.Count;

        Assert.Equal(first, await catalog.IdsAsync("Thing A"));
        Assert.Equal(asked, catalog.Service.Requests.Count);
        Assert.Equal("B:0001:AAA", await catalog.IdsAsync("Thing B"));
        Assert.Equal(
            new[] { SearchedCatalog.Skus("B"), SearchedCatalog.Availabilities("B", "0001") },
            catalog.Service.Asked.Skip(asked));
    }

    [Fact]
    public async Task A_refresh_reads_each_list_once_anew_and_for_the_searches_after_it()
    {
        SearchedCatalog catalog = Catalog();
        await catalog.FindAsync("Thing A");
        int asked = catalog.Service.Requests.Count;
        catalog.Service.Set(SearchedCatalog.Availabilities("A", "0001"), """{"items":[{"catalogItemId":"A:0001:NEW","terms":[{"duration":"P1Y"}]}]}""");

        IReadOnlyList<Availability> found = await catalog.FindAsync("Thing A", refresh: true);

        Assert.All(found, availability => Assert.Equal("A:0001:NEW", availability.CatalogItemId));
        Assert.Equal(catalog.Service.Asked.Take(asked), catalog.Service.Asked.Skip(asked));
        Assert.StartsWith("A:0001:NEW", await catalog.IdsAsync("Thing A"));
        Assert.Equal(2 * asked, catalog.Service.Requests.Count);
    }

    [Fact]
    public async Task Two_searches_of_one_refresh_read_the_lists_that_they_share_once()
    {
        SearchedCatalog catalog = Catalog();
        var lists = new CatalogLists(catalog.Cache, catalog.Clock, refresh: true);
        foreach (string words in new[] { "Thing A", "Thing B" })
        {
            await new CatalogSearch(new PartnerClient(catalog.Service).Products.ByCountry("US"), lists, "US", new TextMatch(words)).FindAsync(default);
        }

        Assert.Equal(catalog.Service.Asked.Distinct(), catalog.Service.Asked);
        Assert.Contains(SearchedCatalog.Availabilities("B", "0001"), catalog.Service.Asked);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public async Task After_an_hour_a_list_is_too_old_for_ids_that_are_reissued(int minutes, bool readAnew)
    {
        SearchedCatalog catalog = Catalog();
        await catalog.FindAsync("Thing A");
        int asked = catalog.Service.Requests.Count;

        catalog.Clock.UtcNow += TimeSpan.FromMinutes(minutes);
        await catalog.FindAsync("Thing A");

        Assert.Equal(readAnew ? 2 * asked : asked, catalog.Service.Requests.Count);
    }

    [Fact]
    public void The_oldest_list_makes_room_for_the_newest()
    {
        var cache = new SessionCache();
        for (int i = 0; i <= 500; i++)
        {
            cache.Keep($"list {i}", new[] { new Product() }, Failure.Now.AddSeconds(i));
        }

        Assert.Null(cache.Find<Product>("list 0"));
        Assert.NotNull(cache.Find<Product>("list 1"));
        Assert.Equal(Failure.Now.AddSeconds(500), cache.Find<Product>("LIST 500")!.Value.ReadAt);
    }

    [Fact]
    public async Task The_age_is_that_of_the_oldest_list_that_was_used()
    {
        SearchedCatalog catalog = Catalog();
        DateTimeOffset start = catalog.Clock.UtcNow;
        await catalog.FindAsync("Thing A");
        Assert.Equal(start, catalog.Lists.OldestRead);

        catalog.Clock.UtcNow += TimeSpan.FromMinutes(20);
        await catalog.FindAsync("Thing B");
        Assert.Equal(start, catalog.Lists.OldestRead);

        await catalog.FindAsync("Thing B", refresh: true);
        Assert.Equal(start.AddMinutes(20), catalog.Lists.OldestRead);
    }

    [Fact]
    public void Before_anything_was_read_there_is_no_age() => Assert.Null(new CatalogLists(new SessionCache(), new FrozenClock(Failure.Now), false).OldestRead);

    [Fact]
    public async Task What_was_read_in_part_is_not_kept()
    {
        SearchedCatalog catalog = Catalog();
        catalog.Service.Set(SearchedCatalog.Products("OnlineServices"), """{"items":[{"id":"A","title":"Thing A"}],"links":{"next":{"uri":"/products?page=2"}}}""");
        catalog.Service.Lose("GET /v1/products?page=2", PartnerErrorKind.ConnectionFailed);
        await Assert.ThrowsAsync<PartnerException>(() => catalog.FindAsync("Thing C"));

        catalog.Service.Set("GET /v1/products?page=2", """{"items":[{"id":"C","title":"Thing C"}]}""");
        catalog.Service.Set(SearchedCatalog.Skus("C"), """{"items":[]}""");
        await catalog.FindAsync("Thing C");

        Assert.Equal("C", Assert.Single(catalog.Search.Products).Id);
    }

    [Fact]
    public async Task Lists_of_other_segments_scopes_and_countries_are_other_lists()
    {
        SearchedCatalog catalog = Catalog();
        await catalog.FindAsync("Thing A", search => search.Catalogs = new[] { "OnlineServices" });

        foreach ((string? segment, string? scope, string rest) in new[] { ("education", null, "&targetSegment=education"), ((string?)null, "AzurePlan", "&reservationScope=AzurePlan") })
        {
            catalog.Service.Set(SearchedCatalog.Products("OnlineServices", rest), """{"items":[]}""");
            Assert.Empty(await catalog.FindAsync("Thing A", search => (search.Segment, search.ReservationScope, search.Catalogs) = (segment, scope, new[] { "OnlineServices" })));
        }

        catalog.Service.Set("GET /v1/products?country=DE&targetView=OnlineServices", """{"items":[]}""");
        var german = new CatalogSearch(new PartnerClient(catalog.Service).Products.ByCountry("DE"), new CatalogLists(catalog.Cache, catalog.Clock, false), "DE", new TextMatch("Thing A"))
        {
            Catalogs = new[] { "onlineservices" },
        };
        Assert.Empty(await german.FindAsync(default));
    }

    [Fact]
    public async Task The_spelling_of_a_part_does_not_make_another_list()
    {
        SearchedCatalog catalog = Catalog();
        await catalog.FindAsync("Thing A");
        int asked = catalog.Service.Requests.Count;

        await catalog.FindAsync("Thing A", search => search.Catalogs = new[] { "onlineservices" });

        Assert.Equal(asked, catalog.Service.Requests.Count);
    }

    [Fact]
    public async Task Changing_what_was_found_does_not_change_what_is_kept()
    {
        SearchedCatalog catalog = Catalog();
        Availability first = (await catalog.FindAsync("Thing A"))[0];
        first.CatalogItemId = "changed";
        first.Terms!.Clear();
        first.TermDuration = "P9Y";
        first.DefaultCurrency = null;

        Availability second = (await catalog.FindAsync("Thing A"))[0];

        Assert.Equal(("A:0001:AAA", 1, "P1Y", "annual"), (second.CatalogItemId, second.Terms!.Count, second.TermDuration, second.BillingCycle));
        Assert.All(catalog.Cache.Find<Availability>("availabilities US A 0001  ")!.Value.Items, kept => Assert.Equal((null, null, null), (kept.TermDuration, kept.BillingCycle, kept.Product)));
    }

    [Fact]
    public async Task Changing_product_or_sku_of_what_was_found_does_not_change_what_is_kept()
    {
        SearchedCatalog catalog = Catalog();
        Availability first = (await catalog.FindAsync("Thing A"))[0];
        first.Product!.Title = "changed";
        first.Sku!.Title = "changed";

        Availability second = Assert.Single(await catalog.FindAsync("Thing A"));

        Assert.Equal(("Thing A", "Sku 0001"), (second.Product!.Title, second.Sku!.Title));
    }

    [Fact]
    public void Names_of_customers_are_kept_and_their_number_has_an_end()
    {
        var cache = new SessionCache();
        for (int i = 0; i < 10_100; i++)
        {
            cache.Remember(new Customer { Id = $"customer {i}" });
        }

        cache.Remember(new Customer { Id = "CUSTOMER 1", CompanyProfile = new CustomerCompanyProfile { CompanyName = "Contoso" } });
        cache.Remember(new Customer());

        Assert.Equal(10_000, cache.Customers.Count);
        Assert.Equal("Contoso", cache.Customers.Single(customer => customer.Key.Equals("customer 1", StringComparison.OrdinalIgnoreCase)).Value);
    }

    private static SearchedCatalog Catalog() => new SearchedCatalog().Sells("A", "Thing A").Sells("B", "Thing B");
}
