using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Posts the published requests and names every way in which the answers differ from the published ones.</summary>
public class ContractExampleTests
{
    // Ids and times are made anew; the links carry them.
    private static readonly string[] CartAlways = ["~id", "~creationTimestamp", "~lastModifiedTimestamp", "~expirationTimestamp", "~lastModifiedUser", "~links.self.uri"];

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_reservation_cart_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.CreateCartAsync("d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d", ContractExample.Text("cart-create-request-azure-reservation"));
        // The 2018 answer shows the name of another request, and carts had neither status nor expiry then.
        AssertDifferences("cart-create-response-azure-reservation", answer, [.. CartAlways.Where(name => name != "~expirationTimestamp"), "+expirationTimestamp", "+status", "~lineItems[0].friendlyName"]);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_mixed_cart_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.CreateCartAsync("28045616-f6b9-462f-9701-0d89b5e65c44", ContractExample.Text("cart-create-request-mixed-catalog"));
        // The published answer belongs to a slightly other request (scope, software item) and predates empty provisioning contexts.
        AssertDifferences("cart-create-response-mixed-catalog", answer,
        [
            .. CartAlways, "~lineItems[2].provisioningContext.scope", "~lineItems[3].catalogItemId",
            "+lineItems[3].provisioningContext", "+lineItems[4].provisioningContext", "+lineItems[5].provisioningContext",
        ]);
    }

    [Fact]
    public async Task A_mixed_cart_is_ordered_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject request = (JObject)ContractExample.Read("cart-create-request-mixed-catalog");
        request["lineItems"]![3]!["catalogItemId"] = Seeds.Perpetual;
        Answer cart = await service.CreateCartAsync("28045616-f6b9-462f-9701-0d89b5e65c44", request);
        Answer answer = await service.CheckoutAsync("28045616-f6b9-462f-9701-0d89b5e65c44", cart.Id);

        JObject published = (JObject)ContractExample.Read("cart-checkout-response-mixed-catalog");
        JArray orders = (JArray)answer.Json["orders"]!;
        // The published body leaves the fourth order (the trial) out.
        Assert.Equal(["OMS", "one_time", "monthly", "none"], orders.Select((order, index) => index == 0 ? "OMS" : (string)order["billingCycle"]!));
        JObject compared = answer.Json;
        ((JArray)compared["orders"]!).RemoveAt(3);
        string[] modern = ["~id", "~alternateId", "~creationDate", "+links", "+client", "+attributes", "+totalPrice"];
        string[] line = ["+links", "+pricing"];
        AssertDifferences(published, compared,
        [
            "+additionalInformation", "+attributes",
            .. new[] { "~id", "~alternateId", "~creationDate", "+links", "+attributes", "~lineItems[0].subscriptionId", "+lineItems[0].links" }.Select(name => Under("orders[0]", name)),
            .. modern.Select(name => Under("orders[1]", name)),
            .. line.SelectMany(name => new[] { 0, 1, 2 }.Select(index => Under($"orders[1].lineItems[{index}]", name))),
            "+orders[1].lineItems[0].provisioningContext", "+orders[1].lineItems[1].provisioningContext",
            .. modern.Select(name => Under("orders[2]", name)),
            .. line.Select(name => Under("orders[2].lineItems[0]", name)),
        ]);
        Assert.Equal(["completed", "pending", "pending", "pending"], orders.Select(order => (string)order["status"]!));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Participants_and_a_custom_end_date_answer_as_published(Door door)
    {
        // The published end date, 2022-02-19, is the end of a seeded subscription and lies in the first month of this clock.
        await using TestService service = await TestService.StartAsync(door, new EmulatorOptions { StartTime = new DateTimeOffset(2022, 2, 1, 0, 0, 0, TimeSpan.Zero) });
        Answer answer = await service.CreateCartAsync("f81d98dd-c2f4-499e-a194-5619e260344e", ContractExample.Text("cart-create-request-attestation-and-participants"));
        // Prices came to carts in 2023.
        AssertDifferences("cart-create-response-attestation-and-participants", answer, [.. CartAlways, "+lineItems[0].pricing", "+lineItems[1].pricing"]);
        Assert.True((decimal)answer.Lines[0]["pricing"]!["proratedPrice"]! < (decimal)answer.Lines[0]["pricing"]!["listPrice"]!);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task New_commerce_prices_answer_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.CreateCartAsync("ebd8b4c2-4069-46a8-bd70-123d6dec3e39", Lines.Cart(Lines.Seat(Seeds.LimitedSeat, 1)));
        AssertDifferences("cart-create-response-new-commerce-with-pricing", answer, CartAlways.Where(name => name != "~lastModifiedUser"));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Too_many_seats_answer_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer created = await service.CreateCartAsync("ebd8b4c2-4069-46a8-bd70-123d6dec3e39", Lines.Cart(Lines.Seat(Seeds.LimitedSeat, 400)));
        Answer answer = await service.GetAsync("/v1/customers/ebd8b4c2-4069-46a8-bd70-123d6dec3e39/carts/" + created.Id);
        AssertDifferences("cart-get-response-lineitem-error", answer, CartAlways.Where(name => name != "~lastModifiedUser"), 200);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_add_on_to_a_held_subscription_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.CreateCartAsync("18ac2950-8ea9-4dfc-92a4-ff4d4cd57796", Lines.Cart(new JObject
        {
            ["CatalogItemId"] = Seeds.LegacyAddOn,
            ["Quantity"] = 1,
            ["BillingCycle"] = "Annual",
            ["ProvisioningContext"] = new JObject { ["ParentSubscriptionId"] = "97555B61-7461-477A-A98C-9C76148783E4" },
        }));
        AssertDifferences("cart-create-response-addon-to-existing-subscription", answer, CartAlways);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_savings_plan_is_changed_and_ordered_as_published(Door door)
    {
        const string Customer = "6f4ce4d8-f42e-45e0-8661-92ad6ac9d003";
        await using TestService service = await TestService.StartAsync(door);
        Answer cart = await service.CreateCartAsync(Customer, ContractExample.Text("cart-create-request-savings-plan"));
        Answer updated = await service.UpdateCartAsync(Customer, cart.Id, ContractExample.Text("cart-update-request-savings-plan"));
        AssertDifferences("cart-update-response-savings-plan", updated, CartAlways.Where(name => name != "~lastModifiedUser"), 200);

        Answer result = await service.CheckoutAsync(Customer, cart.Id);
        string[] links = ["self", "provisioningStatus", "patchOperation"];
        AssertDifferences("cart-checkout-response-savings-plan", result,
        [
            "~orders[0].id", "~orders[0].alternateId", "~orders[0].creationDate", "~orders[0].currencySymbol",
            .. links.Select(name => "~orders[0].links." + name + ".uri"),
        ]);
    }

    [Fact]
    public async Task A_partial_failure_answers_as_published()
    {
        const string Customer = "94cd6638-11b6-4323-8c9f-6ae3088adc59";
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Customer, Lines.Cart(
            Lines.Seat("CFQ7TTC0LF8S:0001:CFQ7TTC0N81H", 1, "monthly", "P1M").With("friendlyName", "Sample item"),
            Lines.SaaS()));
        await service.SetFaultAsync(new { operation = "carts.checkout", orderGroup = "1", code = "800010" });
        Answer answer = await service.CheckoutAsync(Customer, cart.Id);
        AssertDifferences("cart-checkout-response-partial-failure", answer,
        [
            "~orders[0].id", "~orders[0].alternateId", "~orders[0].creationDate", "+orders[0].links", "+orders[0].totalPrice", "+orders[0].client",
            "+orders[0].lineItems[0].pricing", "+orders[0].lineItems[0].links", "+additionalInformation",
        ]);
    }

    [Fact]
    public async Task Legacy_add_ons_continue_the_numbering_of_their_base()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.CreateCartAsync("18ac2950-8ea9-4dfc-92a4-ff4d4cd57796", ContractExample.Text("cart-create-request-addons-legacy"));
        Assert.Equal(201, answer.Status);
        Assert.Equal([0, 1, 2], answer.Json.Descendants().OfType<JProperty>().Where(member => member.Name == "id" && member.Value.Type == JTokenType.Integer).Select(member => (int)member.Value));
        Assert.All(answer.Lines[0]["addonItems"]!, addOn => Assert.Equal("OMS-0", (string?)addOn["orderGroup"]));
        Assert.Null(answer.Lines[0]["error"]);
    }

    [Fact]
    public async Task A_new_commerce_base_and_its_add_on_share_an_order()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, ContractExample.Text("cart-create-request-addons-new-commerce"));
        Assert.All(cart.Lines, line => Assert.Equal("0", (string?)line["orderGroup"]));
        Assert.All(cart.Lines, line => Assert.Null(line["error"]));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(2, Assert.Single(result.Json["orders"]!)["lineItems"]!.Count());
    }

    [Fact]
    public async Task A_published_update_with_pascal_case_and_a_date_sentinel_is_understood()
    {
        const string Customer = "d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d";
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Customer, ContractExample.Text("cart-create-request-azure-reservation"));
        Answer updated = await service.UpdateCartAsync(Customer, cart.Id, ContractExample.Text("cart-update-request-azure-reservation"));
        Assert.Equal(200, updated.Status);
        Assert.Equal((string?)cart.Json["expirationTimestamp"], (string?)updated.Json["expirationTimestamp"]);
        Assert.Equal("3D5ECED6-1151-44C7-AEE6-70A4BB725666", (string?)updated.Lines[0]["provisioningContext"]!["subscriptionId"]);
    }

    private static string Under(string path, string difference) => difference[0] + path + "." + difference[1..];

    private static void AssertDifferences(string published, Answer answer, IEnumerable<string> expected, int status = 201)
    {
        Assert.Equal(status, answer.Status);
        AssertDifferences(ContractExample.Read(published), answer.Json, expected);
    }

    private static void AssertDifferences(JToken published, JToken answered, IEnumerable<string> expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), JsonDifference.Between(published, answered).Order(StringComparer.Ordinal));
}
