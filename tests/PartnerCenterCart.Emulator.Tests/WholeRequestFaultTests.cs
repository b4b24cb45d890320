using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class WholeRequestFaultTests
{
    private const string Participants = "[{\"key\":\"transaction_reseller\",\"value\":\"5357564\"}]";

    public static TheoryData<string, int, string> BadBodies() => new()
    {
        { "800002", 400, string.Empty },
        { "800002", 400, "{" },
        { "800002", 400, "[]" },
        { "800002", 400, "{} {}" },
        { "800002", 400, "{}" },
        { "800002", 400, "{\"lineItems\":null}" },
        { "800002", 400, "{\"lineItems\":[]}" },
        { "800002", 400, "{\"lineItems\":[null]}" },
        { "800002", 400, "{\"lineItems\":\"many\"}" },
        { "800002", 400, Lines.Cart(Lines.Perpetual().With("quantity", "many")).ToString() },
        { "800002", 400, Lines.Cart(Lines.Perpetual().With("provisioningContext", new JObject { ["scope"] = new JArray() })).ToString() },
        { "900142", 400, Lines.Cart(Lines.Perpetual().With("catalogItemId", null)).ToString() },
        { "900275", 400, Lines.Cart(Lines.Perpetual(0)).ToString() },
        { "900269", 400, Lines.Cart(Lines.Perpetual().With("billingCycle", null)).ToString() },
        { "900126", 400, Lines.Cart(Lines.Perpetual().With("billingCycle", "fortnightly")).ToString() },
        { "900126", 400, Lines.Cart(Lines.Perpetual().With("billingCycle", 7)).ToString() },
        { "900270", 400, Lines.Cart(Lines.Seat(cycle: "annual", term: "P1M")).ToString() },
        { "900270", 400, Lines.Cart(Lines.Seat(cycle: "triennial", term: "P1Y")).ToString() },
        { "800121", 400, Lines.Cart(Lines.Seat(term: "one year")).ToString() },
        { "900169", 400, Lines.Cart(Lines.Seat().With("currencyCode", "JPY")).ToString() },
        { "900206", 400, Lines.Cart(Lines.Seat().With("participants", JArray.Parse(Participants))).ToString() },
        { "900126", 400, Lines.Cart(Lines.Seat().With("participants", JArray.Parse(Participants.Replace("transaction_reseller", "friend")))).ToString() },
        { "2072", 404, Lines.Cart(Lines.Seat().With("participants", JArray.Parse(Participants.Replace("5357564", "1000001")))).ToString() },
        { "900312", 400, Lines.Cart(SavingsPlan("everywhere")).ToString() },
        { "900317", 400, Lines.Cart(SavingsPlan("shared")).ToString() },
        { "900313", 400, Lines.Cart(SavingsPlan("single")).ToString() },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_is_wrong_as_a_whole_makes_no_cart(string code, int status, string body)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.CreateCartAsync(Seeds.Contoso, body);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(JTokenType.Array, answer.Json["data"]!.Type);
        Assert.Equal("PartnerCenter", (string?)answer.Json["source"]);
    }

    [Theory]
    [InlineData("not-a-guid", 400, "900118")]
    [InlineData("11111111-2222-4333-8444-555555555555", 404, "60003")]
    [InlineData(Seeds.WithoutRelation, 403, "20002")]
    [InlineData(Seeds.Rejected, 403, "800075")]
    [InlineData(Seeds.Locked, 403, "900416")]
    [InlineData(Seeds.UnderReview, 403, "800073")]
    public async Task A_customer_who_cannot_be_sold_to_is_refused(string customer, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.CreateCartAsync(customer, Lines.Cart(Lines.Perpetual()));
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("not-a-guid", 400, "800002")]
    [InlineData("11111111-2222-4333-8444-555555555555", 404, "800008")]
    public async Task A_cart_id_that_leads_nowhere_is_refused_by_every_operation(string cartId, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        string path = $"/v1/customers/{Seeds.Contoso}/carts/{cartId}";
        foreach (Answer answer in new[] { await service.GetAsync(path), await service.UpdateCartAsync(Seeds.Contoso, cartId, Lines.Cart(Lines.Seat())), await service.CheckoutAsync(Seeds.Contoso, cartId) })
        {
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task New_commerce_needs_the_customer_agreement_when_it_is_bought()
    {
        await using TestService service = await TestService.StartAsync();
        Answer seats = await service.CreateCartAsync(Seeds.WithoutAgreement, Lines.Cart(Lines.Seat()));
        Assert.Equal(201, seats.Status);
        Answer refused = await service.CheckoutAsync(Seeds.WithoutAgreement, seats.Id);
        Assert.Equal((403, "13605"), (refused.Status, refused.Code));
        Answer software = await service.CreateCartAsync(Seeds.WithoutAgreement, Lines.Cart(Lines.Perpetual()));
        Assert.Single((await service.CheckoutAsync(Seeds.WithoutAgreement, software.Id)).Json["orders"]!);
    }

    [Fact]
    public async Task The_currency_of_the_partner_is_accepted_everywhere()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Fabrikam, Lines.Cart(Lines.Seat().With("currencyCode", "usd")));
        Assert.Equal("USD", (string?)cart.Lines[0]["currencyCode"]);
    }

    private static JObject SavingsPlan(string scope) => new()
    {
        ["catalogItemId"] = Seeds.SavingsPlan,
        ["quantity"] = 1,
        ["billingCycle"] = "one_time",
        ["termDuration"] = "P1Y",
        ["provisioningContext"] = new JObject { ["scope"] = scope },
        ["purchaseCommitment"] = new JObject { ["amount"] = 0.05, ["currency"] = "usd", ["grain"] = "hourly" },
    };
}
