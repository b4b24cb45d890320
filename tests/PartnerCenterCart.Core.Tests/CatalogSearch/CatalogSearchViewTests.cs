using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Which parts of the catalogue are searched, for whom.</summary>
public class CatalogSearchViewTests
{
    [Fact]
    public async Task All_of_the_catalogue_is_searched()
    {
        SearchedCatalog catalog = new SearchedCatalog()
            .Sells("A", "Thing A").Sells("B", "Thing B", "MarketplaceSaaS").Sells("C", "Thing C", "Software").Sells("D", "Thing D", "Azure")
            .Sells("E", "Thing E", "MicrosoftAzure").Sells("F", "Thing F", "AzureReservations").Sells("G", "Thing G", "SpecializedOffers");

        Assert.Equal("A B C D E F G", string.Join(" ", (await catalog.FindAsync("Thing*")).Select(availability => availability.ProductId).OrderBy(id => id)));
    }

    [Fact]
    public async Task Only_the_parts_that_were_named_are_searched()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing A").Sells("C", "Thing C", "Software");

        Assert.Equal("C:0001:AAA", await catalog.IdsAsync("Thing*", search => search.Catalogs = new[] { "Software" }));
        Assert.DoesNotContain(SearchedCatalog.Products("OnlineServices"), catalog.Service.Asked);
    }

    [Fact]
    public async Task A_product_in_two_parts_is_found_once()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing A");
        catalog.Service.Set(SearchedCatalog.Products("Software"), """{"items":[{"id":"a","title":"Thing A"}]}""");
        catalog.Service.Set(SearchedCatalog.Skus("a"), """{"items":[]}""");

        await catalog.FindAsync("Thing A");

        Assert.Single(catalog.Search.Products);
        Assert.Equal(new[] { "Thing A" }, catalog.Search.Titles);
    }

    [Theory]
    [InlineData("400036")]
    [InlineData("400030")]
    public async Task A_part_that_the_partner_may_not_see_is_skipped(string code)
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing A").Refuses(SearchedCatalog.Products("MarketplaceSaaS"), 403, code);

        Assert.Equal("A:0001:AAA", await catalog.IdsAsync("Thing A"));
    }

    [Fact]
    public async Task A_part_that_was_named_and_may_not_be_seen_is_an_error()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing A").Refuses(SearchedCatalog.Products("Software"));

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => catalog.FindAsync("Thing A", search => search.Catalogs = new[] { "Software" }));

        Assert.Equal((PartnerErrorKind.Forbidden, "400036"), (refusal.Kind, refusal.ServiceCode));
    }

    [Theory]
    [InlineData(403, "2032", PartnerErrorKind.Forbidden)]
    [InlineData(401, "900420", PartnerErrorKind.Unauthorized)]
    [InlineData(500, "500", PartnerErrorKind.ServiceError)]
    public async Task Any_other_failure_ends_the_search(int status, string code, PartnerErrorKind kind)
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing A").Refuses(SearchedCatalog.Products("Software"), status, code);

        Assert.Equal(kind, (await Assert.ThrowsAsync<PartnerException>(() => catalog.FindAsync("Thing A"))).Kind);
    }

    [Fact]
    public async Task When_no_part_may_be_seen_the_refusal_is_told()
    {
        var catalog = new SearchedCatalog();
        foreach (string view in new[] { "OnlineServices", "MarketplaceSaaS", "Software", "Azure", "MicrosoftAzure", "AzureReservations", "SpecializedOffers" })
        {
            catalog.Refuses(SearchedCatalog.Products(view, "&targetSegment=government"), 403, "400030");
        }

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => catalog.FindAsync("Thing", search => search.Segment = "government"));

        Assert.Equal("400030", refusal.ServiceCode);
    }

    [Fact]
    public async Task A_part_that_was_refused_is_asked_for_again()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("C", "Thing C", "Software");
        catalog.Refuses(SearchedCatalog.Products("Software"));
        Assert.Equal(string.Empty, await catalog.IdsAsync("Thing C"));

        catalog.Service.Set(SearchedCatalog.Products("Software"), """{"items":[{"id":"C","title":"Thing C"}]}""");

        Assert.Equal("C:0001:AAA", await catalog.IdsAsync("Thing C"));
    }

    [Theory]
    [InlineData("commercial", "A:0001:AAA A:0001:NON")]
    [InlineData("Education", "A:0001:EDU A:0001:NON")]
    [InlineData("government", "A:0001:NON")]
    public async Task Segment_and_reservation_scope_are_asked_for_everywhere_and_other_segments_are_left_out(string segment, string found)
    {
        const string List = """{"items":[{"id":"A","title":"Thing"}]}""";
        string rest = $"&targetSegment={segment.ToLowerInvariant()}&reservationScope=AzurePlan";
        var catalog = new SearchedCatalog();
        catalog.Service.Set(SearchedCatalog.Products("Software", rest), List);
        catalog.Service.Set(SearchedCatalog.Skus("A") + rest, """{"items":[{"id":"0001"}]}""");
        catalog.Service.Set(
            SearchedCatalog.Availabilities("A", "0001") + rest,
            """{"items":[{"catalogItemId":"A:0001:AAA","segment":"Commercial"},{"catalogItemId":"A:0001:EDU","segment":"education"},{"catalogItemId":"A:0001:NON"}]}""");

        Assert.Equal(found, await catalog.IdsAsync("Thing", search => (search.Segment, search.ReservationScope, search.Catalogs) = (segment, "AzurePlan", new[] { "Software" })));
        Assert.Equal("AzurePlan", (await catalog.FindAsync("Thing", search => (search.Segment, search.ReservationScope, search.Catalogs) = (segment, "AzurePlan", new[] { "Software" })))[0].ReservationScope);
    }

    [Fact]
    public async Task Without_a_segment_all_that_are_listed_are_found()
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing").Availability("A", "0001", """segment:"education" """, "EDU");

        Assert.Equal("A:0001:AAA A:0001:EDU", await catalog.IdsAsync("Thing"));
    }

    [Theory]
    [InlineData("isPurchasable:false", "")]
    [InlineData("isPurchasable:null", "A:0001:AAA")]
    [InlineData("isPurchasable:true", "A:0001:AAA")]
    public async Task What_is_not_for_sale_is_left_out(string availability, string found) =>
        Assert.Equal(found, await new SearchedCatalog().Sells("A", "Thing", availability: availability).IdsAsync("Thing"));

    [Theory]
    [InlineData("isPurchasable:true", true)]
    [InlineData("isPurchasable:false", false)]
    public async Task Whether_anything_is_for_sale_is_told_apart_from_the_terms(string availability, bool forSale)
    {
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing", availability: availability);

        Assert.Empty(await catalog.FindAsync("Thing", search => search.TermDuration = "P5Y"));
        Assert.Equal(forSale, catalog.Search.IsAnythingForSale);
    }

    [Fact]
    public async Task Every_call_can_be_ended_by_the_caller()
    {
        using var stop = new CancellationTokenSource();
        SearchedCatalog catalog = new SearchedCatalog().Sells("A", "Thing");
        catalog.Service.Set(SearchedCatalog.Products("Software"), """{"items":[],"links":{"next":{"uri":"/products?page=2"}}}""");
        catalog.Service.Set("GET /v1/products?page=2", """{"items":[]}""");

        await catalog.FindAsync("Thing", stop: stop.Token);

        Assert.Contains("GET /v1/products?page=2", catalog.Service.Asked);
        Assert.All(catalog.Service.Tokens, token => Assert.Equal(stop.Token, token));
        Assert.All(catalog.Service.Requests, request => Assert.Equal("GET", request.Method));
    }
}
