using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>From words to products and SKUs.</summary>
public class CatalogSearchTitleTests
{
    [Theory]
    [InlineData("Office Plan E3", "E3:0001:AAA")]
    [InlineData("office plan e3", "E3:0001:AAA")]
    [InlineData("Office Plan", "PLAN:0001:AAA")]
    [InlineData("Office", "E3:0001:AAA E5:0001:AAA PLAN:0001:AAA")]
    [InlineData("plan e", "E3:0001:AAA E5:0001:AAA")]
    [InlineData("Office*", "E3:0001:AAA E5:0001:AAA PLAN:0001:AAA")]
    [InlineData("*Plan", "PLAN:0001:AAA")]
    [InlineData("Pla*", "PLAN:0001:AAA")]
    [InlineData("lan*", "")]
    [InlineData("*E5*", "E5:0001:AAA")]
    [InlineData("E5", "E5:0001:AAA")]
    [InlineData("e*", "E3:0001:AAA E5:0001:AAA")]
    [InlineData("PLA", "E3:0001:AAA E5:0001:AAA PLAN:0001:AAA")]
    [InlineData("Paint", "")]
    public async Task A_title_or_id_as_a_whole_comes_before_a_title_that_contains_the_words(string words, string found) =>
        Assert.Equal(found, await Offices().IdsAsync(words));

    [Fact]
    public async Task Brackets_and_dots_in_words_are_words()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Office (no Teams)").Sells("B", "Officex(no Teams)");

        Assert.Equal("A:0001:AAA", await catalog.IdsAsync("office (no"));
    }

    [Fact]
    public async Task A_star_is_never_a_letter_of_a_title()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "My Thing* offer");

        Assert.Equal(string.Empty, await catalog.IdsAsync("Thing*"));
    }

    [Theory]
    [InlineData("0002", "E3:0002:AAA")]
    [InlineData("Sku 0002", "E3:0002:AAA")]
    [InlineData("*2", "E3:0002:AAA")]
    [InlineData("Sku", "")]
    [InlineData("*", "E3:0001:AAA E3:0002:AAA E5:0001:AAA")]
    [InlineData(null, "E3:0001:AAA E3:0002:AAA E5:0001:AAA")]
    public async Task A_sku_is_chosen_by_its_whole_title_or_id(string? words, string found)
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("E3", "Office Plan E3").Sku("E3", "0002").Sells("E5", "Office Plan E5");

        Assert.Equal(found, await catalog.IdsAsync("Office*", search => search.Sku = words == null ? null : new TextMatch(words)));
    }

    [Fact]
    public async Task Availabilities_of_skus_that_were_not_chosen_are_not_read()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("E3", "Office").Sku("E3", "0002");

        await catalog.FindAsync("Office", search => search.Sku = new TextMatch("0002"));

        Assert.DoesNotContain(SearchedCatalog.Availabilities("E3", "0001"), catalog.Service.Asked);
    }

    [Fact]
    public async Task Titles_that_were_looked_at_and_products_that_fit_are_told()
    {
        SearchedCatalog catalog = Offices();

        Assert.Equal(string.Empty, await catalog.IdsAsync("Office Plan E3", search => search.TermDuration = "P5Y"));
        Assert.Equal(new[] { "Office Plan E3", "Office Plan E5", "Office Plan" }, catalog.Search.Titles);
        Assert.Equal("E3", Assert.Single(catalog.Search.Products).Id);
    }

    [Fact]
    public async Task A_product_without_a_title_is_found_by_its_id()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("E3", "Office").Sku("DZH", "0001");
        catalog.Service.Set(SearchedCatalog.Products("OnlineServices"), """{"items":[{"id":"E3","title":"Office"},{"id":"DZH"}]}""");

        Assert.Equal("DZH:0001:AAA", await catalog.IdsAsync("dzh"));
        Assert.Equal(string.Empty, await catalog.IdsAsync("nothing"));
        Assert.Equal(new[] { "Office" }, catalog.Search.Titles);
    }

    [Fact]
    public async Task What_was_found_carries_its_product_and_its_sku()
    {
        Availability found = Assert.Single(await Offices().FindAsync("Office Plan E3"));

        Assert.Equal(("Office Plan E3", "Sku 0001", "E3", "0001", "US"), (found.Product!.Title, found.Sku!.Title, found.ProductId, found.SkuId, found.Country));
        Assert.Equal(("US", "US"), (found.Product.Country, found.Sku.Country));
    }

    [Fact]
    public async Task Every_page_of_a_list_is_searched()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("E3", "Office").Sells("Z", "Last");
        catalog.Service.Set(SearchedCatalog.Products("OnlineServices"), """{"items":[{"id":"E3","title":"Office"}],"links":{"next":{"uri":"/products?page=2"}}}""");
        catalog.Service.Set("GET /v1/products?page=2", """{"items":[{"id":"Z","title":"Last"}]}""");

        Assert.Equal("Z:0001:AAA", await catalog.IdsAsync("Last"));
    }

    [Fact]
    public async Task The_catalogue_of_a_customer_is_searched_in_the_same_way()
    {
        using var service = new PathTransport();
        string products = $"GET /v1/customers/{Sample.CustomerId}/products";
        service.Set(products + "?targetView=OnlineServices", """{"items":[{"id":"E3","title":"Office"}]}""");
        service.Set(products + "/E3/skus", """{"items":[{"id":"0001","supportedBillingCycles":["monthly"]}]}""");
        service.Set(products + "/E3/skus/0001/availabilities", """{"items":[{"id":"A","catalogItemId":"E3:0001:A","terms":[{"duration":"P1M"}]}]}""");
        var clock = new FrozenClock(Failure.Now);
        var search = new CatalogSearch(
            new PartnerClient(service, clock).Customers.ById(Sample.CustomerId).Products, new CatalogLists(new SessionCache(), clock, false), Sample.CustomerId, new TextMatch("office"))
        {
            Catalogs = new[] { "OnlineServices" },
        };

        IReadOnlyList<Availability> found = await search.FindAsync(default);

        Assert.Equal(new[] { (Sample.CustomerId, "E3:0001:A", "P1M", "monthly") }, found.Select(a => (a.CustomerId!, a.CatalogItemId!, a.TermDuration!, a.BillingCycle!)));
    }

    private static SearchedCatalog Offices() => new SearchedCatalog().Sells("E3", "Office Plan E3").Sells("E5", "Office Plan E5").Sells("PLAN", "Office Plan");
}
