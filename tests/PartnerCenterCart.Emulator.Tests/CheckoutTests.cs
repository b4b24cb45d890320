using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class CheckoutTests
{
    [Fact]
    public async Task A_second_checkout_gives_the_first_result_again()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(), Lines.Perpetual()));
        Answer first = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        service.Emulator.Advance(TimeSpan.FromDays(30));
        Answer second = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(201, second.Status);
        Assert.True(JToken.DeepEquals(first.Json, second.Json));
        Assert.Equal(2, (await OrdersAsync(service)).Count);
    }

    [Fact]
    public async Task An_ordered_cart_can_be_read_but_not_changed()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual()));
        await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal("Ordered", (string?)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Json["status"]);
        Answer refused = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, cart.Json);
        Assert.Equal((400, "800065"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_group_with_a_bad_line_fails_and_the_other_groups_are_ordered()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual(), Lines.Seat(), Lines.Seat(Seeds.LimitedSeat, 400)));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(201, result.Status);
        Assert.Equal("one_time", (string?)result.Json["orders"]!.Single()["billingCycle"]);
        JToken error = result.Json["orderErrors"]!.Single();
        Assert.Equal(("1", 900275), ((string?)error["orderGroupId"], (int)error["code"]!));

        // The bad line is mended; what was bought is not bought again.
        JObject mended = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Json;
        Assert.Equal("Active", (string?)mended["status"]);
        mended["lineItems"]![2]!["quantity"] = 10;
        await service.UpdateCartAsync(Seeds.Contoso, cart.Id, mended);
        Answer second = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Null(second.Json["orderErrors"]);
        Assert.Equal(2, second.Json["orders"]!.Count());
        Assert.Equal((string?)result.Json["orders"]![0]!["id"], (string?)second.Json["orders"]![0]!["id"]);
        Assert.Equal(2, second.Json["orders"]![1]!["lineItems"]!.Count());
        service.Emulator.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(2, (await OrdersAsync(service)).Count);
    }

    [Fact]
    public async Task A_line_that_joins_after_a_partial_checkout_makes_an_order_of_its_own()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual(), Lines.SaaS()));
        await service.SetFaultAsync(new { operation = "carts.checkout", orderGroup = "1" });
        Answer first = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(800005, (int)first.Json["orderErrors"]!.Single()["code"]!);
        JObject more = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Json;
        ((JArray)more["lineItems"]!).Add(Lines.Perpetual(3));
        Answer updated = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, more);
        Assert.NotEqual((string?)updated.Lines[0]["orderGroup"], (string?)updated.Lines[2]["orderGroup"]);
        Answer second = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal([1, 1, 3], second.Json["orders"]!.SelectMany(order => order["lineItems"]!).Select(line => (int)line["quantity"]!).Order());
    }

    [Fact]
    public async Task A_subscription_that_was_registered_meanwhile_lets_the_group_pass()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Reservation(Seeds.UnregisteredSubscription)));
        Answer failed = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(800030, (int)failed.Json["orderErrors"]!.Single()["code"]!);
        await service.SendAsync("POST", "/_emulator/subscriptions", new { id = Seeds.UnregisteredSubscription, customerId = Seeds.Contoso, offerId = "MS-AZR-0145P", registered = true });
        Assert.Single((await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orders"]!);
    }

    [Fact]
    public async Task A_missing_attestation_fails_at_checkout_with_its_own_code()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.Attested)));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(900203, (int)result.Json["orderErrors"]!.Single()["code"]!);
    }

    [Fact]
    public async Task Metered_third_party_software_needs_an_azure_plan()
    {
        const string WithoutPlan = "ebd8b4c2-4069-46a8-bd70-123d6dec3e39";
        await using TestService service = await TestService.StartAsync();
        JObject body = Lines.Cart(Lines.Seat(Seeds.MeteredSaaS, 1, "monthly", "P1M"));
        Answer without = await service.CheckoutAsync(WithoutPlan, (await service.CreateCartAsync(WithoutPlan, body)).Id);
        Answer with = await service.CheckoutAsync(Seeds.Contoso, (await service.CreateCartAsync(Seeds.Contoso, body)).Id);
        Assert.Equal(900128, (int)without.Json["orderErrors"]!.Single()["code"]!);
        Assert.Single(with.Json["orders"]!);
    }

    [Fact]
    public async Task Participants_become_partners_on_record()
    {
        await using TestService service = await TestService.StartAsync();
        JObject body = (JObject)ContractExample.Read("cart-create-request-attestation-and-participants");
        body["lineItems"]![0]!.Remove();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, body);
        JToken line = (await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orders"]![0]!["lineItems"]![0]!;
        Assert.Equal("5357564", (string?)line["partnerIdOnRecord"]);
        Assert.Equal(["517285", "5357563"], line["additionalPartnerIdsOnRecord"]!.Values<string>());
    }

    [Fact]
    public async Task A_bad_add_on_fails_the_group_of_its_base_and_shows_on_the_add_on_alone()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(new JObject
        {
            ["catalogItemId"] = Seeds.LegacyBase,
            ["quantity"] = 1,
            ["billingCycle"] = "monthly",
            ["addonItems"] = new JArray(new JObject { ["catalogItemId"] = Seeds.WithdrawnOffer, ["quantity"] = 1, ["billingCycle"] = "monthly" }),
        }));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(2091, (int)result.Json["orderErrors"]!.Single()["code"]!);
        Answer after = await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}");
        Assert.Null(after.Lines[0]["error"]);
        Assert.NotNull(after.Lines[0]["addonItems"]![0]!["error"]);
    }

    [Fact]
    public async Task A_line_that_became_right_is_priced_when_it_is_bought()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.AddOnSeat)));
        Assert.Single((await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orderErrors"]!);
        await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Seeds.Contoso, offerId = Seeds.BaseSeat, quantity = 5 });
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(720m, (decimal)result.Json["orders"]!.Single()["totalPrice"]!);
        Assert.Null((await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Lines[0]["error"]);
    }

    [Fact]
    public async Task The_body_of_a_checkout_is_ignored()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual()));
        Answer result = await service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}/checkout", "\"success\"");
        Assert.Equal(201, result.Status);
    }

    private static async Task<JArray> OrdersAsync(TestService service) =>
        (JArray)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/orders")).Json["items"]!;
}
