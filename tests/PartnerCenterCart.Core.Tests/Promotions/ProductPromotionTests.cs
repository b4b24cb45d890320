using System;
using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class ProductPromotionTests
{
    private const string Id = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";

    [Theory]
    [InlineData("commercial", "commercial")]
    [InlineData("Education", "education")]
    [InlineData(null, "commercial")]
    public async Task Running_promotions_are_listed_by_country_and_segment(string? segment, string sent)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/promotions-list-response.json"));

        Page<ProductPromotion> page = await new PartnerClient(transport).ProductPromotions.ByCountry("us").BySegment(segment).GetAsync();

        Assert.Equal(("promotions.list", "GET", $"/v1/productpromotions?country=US&segment={sent}", RetryClass.Read), Sent(transport));
        Assert.Equal(new[] { "39NFJQT1PJQB:0001:39NFJQT1Q5KN", "39NFJQT1PJQC:0001:39NFJQT1Q5KM" }, page.Items.Select(promotion => promotion.PromotionId));
        Assert.All(page.Items, promotion => Assert.Equal(("US", sent), (promotion.Country, promotion.Segment)));
        Assert.Equal(0.167m, page.Items[1].RequiredProducts!.Single().PricingPolicies!.Single().Value);
    }

    [Fact]
    public async Task A_promotion_is_read_by_its_escaped_id()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/promotion-get-response-with-constraints.json"));

        ProductPromotion promotion = await new PartnerClient(transport).ProductPromotions.ByCountry("US").ById(Id).GetAsync();

        Assert.Equal(("promotions.get", "GET", "/v1/productpromotions/39NFJQT1SNC7%3A0001%3A39NFJQT1Q5KM?country=US", RetryClass.Read), Sent(transport));
        Assert.Equal((Id, "US", null), (promotion.PromotionId, promotion.Country, promotion.Segment));
        Assert.Equal((10, 100), (promotion.PromotionConstraints!.SeatConstraints!.Single().MinSeats, promotion.PromotionConstraints.SeatConstraints!.Single().MaxSeats));
        Assert.Equal("CFQ7TTC0MBMD/0002", promotion.PromotionConstraints.ProductOwnershipConstraints!.Single().Single().BigId);
    }

    [Fact]
    public void Bad_country_segment_or_id_is_refused_before_anything_is_sent()
    {
        using var transport = new ScriptedTransport();
        ProductPromotionOperations promotions = new PartnerClient(transport).ProductPromotions;

        foreach (Action check in new Action[] { () => promotions.ByCountry("USA"), () => promotions.ByCountry("US").BySegment("x"), () => promotions.ByCountry("US").ById("a/b") })
        {
            Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(check).Kind);
        }

        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("2023-05-02T23:59:59Z", false)]
    [InlineData("2023-05-03T00:00:00Z", true)]
    [InlineData("2024-01-01T00:00:00Z", true)]
    public void A_promotion_without_end_runs_from_its_start_on(string now, bool runs) =>
        Assert.Equal(runs, PartnerJson.Read<ProductPromotion>(Fixture.Text("contract/promotion-get-response-with-constraints.json"))!.RunsAt(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_promotion_that_ended_does_not_run_and_one_without_dates_does()
    {
        var now = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.False(new ProductPromotion { EndDate = now.AddSeconds(-1) }.RunsAt(now));
        Assert.True(new ProductPromotion().RunsAt(now));
    }

    [Theory]
    [InlineData("""[[{"bigId":"a"}],[{"bigId":"b"},{"bigId":"c"}]]""", "a|b,c")]
    [InlineData("""[{"bigId":"a"},{"bigId":"b"}]""", "a|b")]
    [InlineData("""[[{"bigId":"a"},[],null],"x",null]""", "a")]
    [InlineData("""{"bigId":"a"}""", "a")]
    [InlineData("[]", "")]
    [InlineData("\"\"", "")]
    public void Ownership_is_lists_in_a_list_or_a_flat_list_of_ones(string json, string expected)
    {
        var constraints = PartnerJson.Read<PromotionConstraints>($$"""{"productOwnershipConstraints":{{json}}}""")!;

        Assert.Equal(expected, string.Join("|", (constraints.ProductOwnershipConstraints ?? []).Select(group => string.Join(",", group.Select(item => item.BigId)))));
    }

    private static (string Operation, string Method, string Path, RetryClass Class) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
