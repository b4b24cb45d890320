using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class PromotionTests
{
    private const string List = "/v1/productpromotions?country=US&segment=commercial";
    private const string SalesPromotion = "39NFJQT1PM6C:0005:39NFJQT1Q5L7";
    private const string Sales = "CFQ7TTC0LH2Z:0002:CFQ7TTC0HRVK";
    private const string Ended = "39NFJQT1PJQB:0001:39NFJQT1Q5KN";

    // The test clock stands in the second quarter of 2025, the 22nd since 2020 (counted from 0).
    private const string Quarterly = "39NFJQT2P001:0021:39NFJQT1Q5KM";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_list_shows_running_promotions_only_and_a_single_read_ended_ones_too(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        string[] ids = (await service.GetAsync(List)).Json["items"]!.Ids();
        Assert.Contains(SalesPromotion, ids);
        Assert.Contains(Quarterly, ids);
        Assert.DoesNotContain(Ended, ids);
        Assert.Equal(Ended, (await service.GetAsync($"/v1/productpromotions/{Uri.EscapeDataString(Ended)}?country=US")).Id);
        Assert.Equal(Ended, (await service.GetAsync($"/v1/productpromotions/{Ended}?country=US")).Id);
    }

    [Fact]
    public async Task Promotions_begin_and_end_with_the_quarter()
    {
        await using TestService service = await TestService.StartAsync();
        // The one for the first month of the quarter is over in June.
        Assert.DoesNotContain("39NFJQT2P007:0021:39NFJQT1Q5KM", (await service.GetAsync(List)).Json["items"]!.Ids());
        service.Emulator.Advance(TimeSpan.FromDays(30));
        string[] later = (await service.GetAsync(List)).Json["items"]!.Ids();
        Assert.DoesNotContain(Quarterly, later);
        Assert.Contains("39NFJQT2P001:0022:39NFJQT1Q5KM", later);
        Assert.Contains("39NFJQT2P007:0022:39NFJQT1Q5KM", later);
        Assert.Equal("2025-06-30T23:59:59+00:00", (string?)(await service.GetAsync($"/v1/productpromotions/{Quarterly}?country=US")).Json["endDate"]);
        Assert.Equal((404, "1000"), await CodeAsync(service, "/v1/productpromotions/39NFJQT2P001:0023:39NFJQT1Q5KM?country=US"));
    }

    [Theory]
    [InlineData("/v1/productpromotions?segment=commercial", 400, "3000")]
    [InlineData("/v1/productpromotions?country=US", 400, "3000")]
    [InlineData("/v1/productpromotions?country=US&segment=education", 403, "400030")]
    [InlineData("/v1/productpromotions?country=US&segment=private", 403, "400030")]
    [InlineData("/v1/productpromotions/" + SalesPromotion, 400, "3000")]
    [InlineData("/v1/productpromotions/nothing?country=US", 404, "1000")]
    public async Task Bad_questions_are_refused(string path, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal((status, code), await CodeAsync(service, path));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Too_few_seats_left_are_answered_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/promotionEligibilities", ContractExample.Text("promotion-eligibility-request-with-promotion"));
        Assert.Equal(200, answer.Status);
        Assert.Empty(JsonDifference.Between(ContractExample.Read("promotion-eligibility-response-seat-count-error"), answer.Json));
    }

    [Fact]
    public async Task A_fitting_item_is_eligible_without_errors()
    {
        await using TestService service = await TestService.StartAsync();
        JToken answer = await JudgeAsync(service, Sales, 10, "Monthly", SalesPromotion);
        Assert.True((bool)answer["isEligible"]!);
        Assert.Null(answer["errors"]);
    }

    [Fact]
    public async Task Another_term_names_the_terms_that_would_do()
    {
        await using TestService service = await TestService.StartAsync();
        JToken error = (await JudgeAsync(service, Sales, 10, "annual", SalesPromotion))["errors"]![0]!;
        Assert.Equal("Term", (string?)error["type"]);
        Assert.Equal(("P1Y", "monthly"), ((string?)error["eligibleTerms"]![0]!["duration"], (string?)error["eligibleTerms"]![0]!["billingCycle"]));
    }

    [Fact]
    public async Task Unknown_items_and_promotions_and_none_at_all_have_their_own_types()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal("InvalidCatalogItemId", await TypeAsync(service, "A:B:C", 1, "monthly", null));
        Assert.Equal("InvalidPromotion", await TypeAsync(service, Sales, 1, "monthly", "A:B:C"));
        Assert.Equal("InvalidPromotion", await TypeAsync(service, Sales, 1, "monthly", Quarterly));
        Assert.Equal("InvalidPromotion", await TypeAsync(service, "CFQ7TTC0HD33:0003:CFQ7TTC0HD3V", 1, "annual", Ended));
        JToken none = await JudgeAsync(service, Seeds.E5, 1, "monthly", null);
        Assert.Equal("NoPromotionsAvailable", (string?)none["errors"]![0]!["type"]);
        Assert.Null(none["promotionId"]);
    }

    [Fact]
    public async Task Without_a_promotion_all_that_fit_the_product_are_judged()
    {
        await using TestService service = await TestService.StartAsync();
        JToken judged = await JudgeAsync(service, Sales, 10, "monthly", null);
        Assert.Equal(SalesPromotion, (string?)judged["promotionId"]);
        Assert.True((bool)judged["isEligible"]!);
    }

    [Fact]
    public async Task First_purchase_and_redemption_limit_look_at_what_was_bought()
    {
        await using TestService service = await TestService.StartAsync();
        string exchange = await ItemAsync(service, "CFQ7TTC1A102", "0001");
        string project = await ItemAsync(service, "CFQ7TTC1A106", "0002");
        const string Once = "39NFJQT2P004:0021:39NFJQT1Q5KM";
        Assert.True((bool)(await JudgeAsync(service, exchange, 5, "annual", null))["isEligible"]!);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(exchange, 5, "annual"), Lines.Seat(project, 1, "annual").With("promotionId", Once)));
        Assert.All(cart.Lines, line => Assert.NotNull(line["promotionId"]));
        await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal("OfferPurchasedPreviously", await TypeAsync(service, exchange, 5, "annual", null));
        JToken error = (await JudgeAsync(service, project, 1, "annual", Once))["errors"]![0]!;
        Assert.Equal("RedemptionLimit", (string?)error["type"]);
        Assert.Equal((1, 0), ((int)error["maxPromotionRedemptionCount"]!, (int)error["remainingPromotionRedemptionCount"]!));
        Answer again = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(project, 1, "annual").With("promotionId", Once)));
        Assert.Equal("invalid_promotion_id", (string?)again.Lines[0]["error"]!["errorCode"]);
        // The words of 2021.
        await service.SendAsync("POST", "/_emulator/settings", new { promotionErrorsOf2021 = true });
        Assert.Equal("{\"type\":\"FirstPurchase\"}", (await JudgeAsync(service, exchange, 5, "annual", null))["errors"]![0]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(1, (int)(await JudgeAsync(service, Sales, 2400, "monthly", SalesPromotion))["errors"]![0]!["minRequiredSeats"]!);
    }

    [Fact]
    public async Task A_first_purchase_promotion_goes_to_the_first_line_of_the_sku()
    {
        await using TestService service = await TestService.StartAsync();
        string exchange = await ItemAsync(service, "CFQ7TTC1A102", "0001");
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(exchange, 5, "annual"), Lines.Seat(exchange, 5, "annual")));
        Assert.Equal("39NFJQT2P003:0021:39NFJQT1Q5KM", (string?)cart.Lines[0]["promotionId"]);
        Assert.Null(cart.Lines[1]["promotionId"]);
        Assert.Equal(201, (await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Status);
    }

    [Fact]
    public async Task Owned_products_open_a_promotion()
    {
        await using TestService service = await TestService.StartAsync();
        string enterprise = await ItemAsync(service, "CFQ7TTC1A111", "0001");
        Assert.Equal("PrerequisiteProductOwnership", await TypeAsync(service, enterprise, 5, "monthly", null));
        await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Seeds.Contoso, offerId = Sales });
        Assert.True((bool)(await JudgeAsync(service, enterprise, 5, "monthly", null))["isEligible"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"items\":[]}")]
    [InlineData("{\"items\":[{\"catalogItemId\":\"A:B:C\",\"billingCycle\":\"monthly\"}]}")]
    [InlineData("{\"items\":[null]}")]
    [InlineData("{\"items\":[{\"id\":\"first\",\"catalogItemId\":\"A:B:C\",\"billingCycle\":\"monthly\",\"quantity\":1}]}")]
    public async Task A_wrong_request_is_refused(string body)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/promotionEligibilities", body);
        Assert.Equal((400, "800002"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_callers_number_comes_back_as_a_number()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/promotionEligibilities",
            "{\"items\":[{\"id\":\"7\",\"catalogItemId\":\"" + Sales + "\",\"quantity\":1,\"termDuration\":\"P1Y\",\"billingCycle\":\"monthly\"}]}");
        Assert.Equal(JTokenType.Integer, answer.Json["items"]![0]!["id"]!.Type);
        Assert.Equal(7, (int)answer.Json["items"]![0]!["id"]!);
    }

    private static async Task<JToken> JudgeAsync(TestService service, string item, int quantity, string cycle, string? promotion)
    {
        Answer answer = await service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/promotionEligibilities", new JObject
        {
            ["items"] = new JArray(new JObject { ["catalogItemId"] = item, ["quantity"] = quantity, ["termDuration"] = "P1Y", ["billingCycle"] = cycle, ["promotionId"] = promotion }),
        });
        return Assert.Single(Assert.Single(answer.Json["items"]!)["eligibilities"]!);
    }

    private static async Task<string?> TypeAsync(TestService service, string item, int quantity, string cycle, string? promotion) =>
        (string?)(await JudgeAsync(service, item, quantity, cycle, promotion))["errors"]![0]!["type"];

    private static async Task<string> ItemAsync(TestService service, string product, string sku) =>
        (string)(await service.GetAsync($"/v1/products/{product}/skus/{sku}/availabilities?country=US&targetSegment=commercial")).Json["items"]![0]!["catalogItemId"]!;

    private static async Task<(int Status, string? Code)> CodeAsync(TestService service, string path)
    {
        Answer answer = await service.GetAsync(path);
        return (answer.Status, answer.Code);
    }
}
