using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class PromotionEligibilityTests
{
    private const string Path = $"/v1/customers/{Sample.CustomerId}/promotionEligibilities";

    [Fact]
    public async Task A_test_is_a_read_that_is_done_by_post()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/promotion-eligibility-response-seat-count-error.json"));
        var request = PartnerJson.Read<PromotionEligibilitiesRequest>(Fixture.Text("contract/promotion-eligibility-request-with-promotion.json"))!;

        Page<PromotionEligibilities> page = await Operations(transport).CreateAsync(request);

        Assert.Equal(("promotionEligibilities.create", "POST", Path, RetryClass.Read), (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass));
        JsonComparison.Same(
            Fixture.Parse("""{"items":[{"id":0,"catalogItemId":"CFQ7TTC0LH2Z:0002:CFQ7TTC0HRVK","quantity":2400,"termDuration":"P1Y","billingCycle":"monthly","promotionId":"39NFJQT1PM6C:0005:39NFJQT1Q5L7"}]}"""),
            Sample.Body(transport.Request));
        PromotionEligibilities result = page.Items.Single();
        PromotionEligibilityError error = result.Eligibilities!.Single().Errors!.Single();
        Assert.Equal((0, Sample.CustomerId, false), (result.Id, result.CustomerId, result.Eligibilities!.Single().IsEligible));
        Assert.Equal(("SeatCount", 1, 2400, 500), (error.Type, error.MinimumRequiredSeats, error.MaximumRequiredSeats, error.AvailableSeats));
        Assert.False(page.HasNext);
    }

    [Fact]
    public async Task Items_are_put_into_the_form_of_the_service_and_numbered_and_the_request_stays_as_it_is()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[]}"""));
        var request = new PromotionEligibilitiesRequest { Items = new() { Item(), Item(id: 7, term: "p1m", cycle: "ANNUAL"), Item(cycle: "OneTime", promotion: " ") } };

        await Operations(transport).CreateAsync(request);

        JToken items = Sample.Body(transport.Request)["items"]!;
        Assert.Equal(new[] { 8, 7, 9 }, items.Select(item => (int)item["id"]!));
        Assert.Equal(new[] { "monthly", "annual", "one_time" }, items.Select(item => (string)item["billingCycle"]!));
        Assert.Equal(new[] { "P1Y", "P1M", "P1Y" }, items.Select(item => (string)item["termDuration"]!));
        Assert.All(items, item => Assert.Null(item["promotionId"]));
        Assert.Equal((null, "Monthly"), (request.Items[0].Id, request.Items[0].BillingCycle));
    }

    [Fact]
    public async Task Items_that_cannot_be_tested_are_refused_by_position_before_anything_is_sent()
    {
        using var transport = new ScriptedTransport();

        await Refused("There is nothing to test promotions against.", null);
        await Refused("There is nothing to test promotions against.", new PromotionEligibilitiesRequest { Items = new() { null! } });
        await Refused("Item 1 has no catalog item id.", new PromotionEligibilitiesRequest { Items = new() { Item(), new() { Quantity = 1 } } });
        await Refused($"Item 0 ({Sample.CatalogItemId}) has no quantity.", Of(Item(quantity: null)));
        await Refused($"Item 0 ({Sample.CatalogItemId}) has the quantity 0.", Of(Item(quantity: 0)));
        await Refused($"Item 0 ({Sample.CatalogItemId}) has no term.", Of(Item(term: "")));
        await Refused("'a year' is not a term.", Of(Item(term: "a year")));
        await Refused($"Item 0 ({Sample.CatalogItemId}) has no billing cycle.", Of(Item(cycle: null)));
        await Refused("'weekly' is not a billing cycle. One of these is expected: monthly, annual, none, one_time, triennial, biennial.", Of(Item(cycle: "weekly")));
        await Refused("'a b' is not a promotion id.", Of(Item(promotion: "a b")));
        Assert.Empty(transport.Requests);

        async Task Refused(string start, PromotionEligibilitiesRequest? request)
        {
            var refusal = await Assert.ThrowsAsync<PartnerException>(() => Operations(transport).CreateAsync(request!));
            Assert.Equal(PartnerErrorKind.InvalidInput, refusal.Kind);
            Assert.StartsWith(start, refusal.Summary);
        }
    }

    [Fact]
    public async Task Three_pages_are_read_with_the_same_body()
    {
        using var transport = new ScriptedTransport(Page("/customers/a/promotionEligibilities?page=2", "POST", 1), Page("/customers/a/promotionEligibilities?page=3", null, 2), Page(null, null, 3));

        Page<PromotionEligibilities> first = await Operations(transport).CreateAsync(Of(Item()));
        Page<PromotionEligibilities>? second = await first.NextAsync();
        Page<PromotionEligibilities>? third = await second!.NextAsync();

        Assert.Equal(new int?[] { 1, 2, 3 }, new[] { first, second, third! }.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Null(await third!.NextAsync());
        Assert.All(transport.Requests, request => Assert.Equal(("POST", Sample.Body(transport.Requests[0]).ToString()), (request.Method, Sample.Body(request).ToString())));
        Assert.Equal(new[] { Path, "/v1/customers/a/promotionEligibilities?page=2", "/v1/customers/a/promotionEligibilities?page=3" }, transport.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_next_page_that_is_a_get_is_got()
    {
        using var transport = new ScriptedTransport(Page("/customers/a/promotionEligibilities?page=2", "get", 1), Page(null, null, 2));

        await (await Operations(transport).CreateAsync(Of(Item()))).NextAsync();

        Assert.Equal("GET", transport.Requests[1].Method);
        Assert.Null(transport.Requests[1].Body);
    }

    [Fact]
    public async Task A_page_that_failed_can_be_asked_for_again()
    {
        using var transport = new ScriptedTransport(Page("/customers/a/promotionEligibilities?page=2", null, 1), Answer.Of(503, ""), Page(null, null, 2));

        Page<PromotionEligibilities> first = await Operations(transport).CreateAsync(Of(Item()));
        await Assert.ThrowsAsync<PartnerException>(() => first.NextAsync());

        Assert.Equal(2, (await first.NextAsync())!.Items.Single().Id);
    }

    [Fact]
    public async Task A_list_that_leads_in_a_circle_ends()
    {
        using var transport = new ScriptedTransport(Page("/customers/a/promotionEligibilities?page=2", null, 1), Page("/customers/a/promotionEligibilities?page=2", null, 2));

        Page<PromotionEligibilities>? second = await (await Operations(transport).CreateAsync(Of(Item()))).NextAsync();

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, (await Assert.ThrowsAsync<PartnerException>(() => second!.NextAsync())).Kind);
    }

    [Theory]
    [InlineData("minimumRequiredSeats", "maximumRequiredSeats")]
    [InlineData("minRequiredSeats", "maxRequiredSeats")]
    [InlineData("MinRequiredSeats", "MaxRequiredSeats")]
    public void Limits_of_seats_have_two_names(string minimum, string maximum)
    {
        var error = PartnerJson.Read<PromotionEligibilityError>($$"""{"{{minimum}}":"5","{{maximum}}":50,"availableSeats":null,"type":"seatcount"}""")!;

        Assert.Equal((5, 50, null), (error.MinimumRequiredSeats, error.MaximumRequiredSeats, error.AvailableSeats));
        Assert.Empty(error.AdditionalProperties);
        Assert.Equal(PromotionEligibilityErrorType.SeatCount, PromotionEligibilityErrorType.Known.Normalize(error.Type));
    }

    [Fact]
    public void An_error_of_a_kind_that_nobody_knows_is_kept()
    {
        const string Json = """{"type":"MoonPhase","description":"new moon","phase":{"name":"full"}}""";
        var error = PartnerJson.Read<PromotionEligibilityError>(Json)!;

        Assert.Equal("MoonPhase: new moon", error.ToString());
        Assert.Contains("phase", error.AdditionalProperties.Keys);
        JsonComparison.Same(Fixture.Parse(Json), Fixture.Parse(PartnerJson.WriteText(error)));
    }

    private static PromotionEligibilityOperations Operations(IPartnerTransport transport) => Sample.Customer(transport).PromotionEligibilities;

    private static PromotionEligibilitiesRequest Of(PromotionEligibilitiesRequestItem item) => new() { Items = new() { item } };

    private static PromotionEligibilitiesRequestItem Item(int? id = null, int? quantity = 1, string? term = "P1Y", string? cycle = "Monthly", string? promotion = null) =>
        new() { Id = id, CatalogItemId = Sample.CatalogItemId, Quantity = quantity, TermDuration = term, BillingCycle = cycle, PromotionId = promotion };

    private static PartnerAnswer Page(string? next, string? method, int id) => Answer.Json(new JObject
    {
        ["items"] = new JArray(new JObject { ["id"] = id }),
        ["links"] = next == null ? null : new JObject { ["next"] = new JObject { ["uri"] = next, ["method"] = method } },
    }.ToString());
}
