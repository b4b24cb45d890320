using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>orders.patch on orders of the old system: add-ons and billing cycles (endpoints.md, orders.patch).</summary>
public class LegacyOrderTests
{
    private const string Published = "/v1/customers/4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04";
    private const string PublishedOrder = Published + "/orders/cf3b0e37-be0b-4cdd-b584-d1a97d98a922";
    private const string PublishedBase = "1C2B75C1-74A5-472A-A729-7F8CEFC477F9";
    private const string AddOnOffer = "2828BE95-46BA-4F91-B2FD-0BEF192ECF60";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_add_on_joins_its_order_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.SendAsync("PATCH", PublishedOrder, ContractExample.Text("order-patch-request-addon"));
        Assert.Equal(200, answer.Status);
        // The sample is of 2017: no status and no kinds of transaction then.
        Assert.Equal(
            ["+lineItems[1].transactionType", "+status", "~lineItems[1].links.subscription.uri", "~lineItems[1].subscriptionId"],
            JsonDifference.Between(ContractExample.Read("order-patch-response-addon"), answer.Json).Order(StringComparer.Ordinal));

        JToken[] addOns = (await service.GetAsync($"{Published}/subscriptions/{PublishedBase}/addons")).Json["items"]!.ToArray();
        Assert.Equal((AddOnOffer, 2, "none"), ((string)addOns.Single()["offerId"]!, (int)addOns[0]["quantity"]!, (string)addOns[0]["billingCycle"]!));
        Assert.Equal(2, (await service.GetAsync(PublishedOrder)).Lines.Count);
    }

    [Fact]
    public async Task A_repeat_with_the_same_request_id_adds_nothing()
    {
        await using TestService service = await TestService.StartAsync();
        string request = ContractExample.Text("order-patch-request-addon");
        Answer first = await service.SendAsync("PATCH", PublishedOrder, request, "5a5a5a5a-0000-4000-8000-000000000001");
        Answer second = await service.SendAsync("PATCH", PublishedOrder, request, "5a5a5a5a-0000-4000-8000-000000000001");
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(2, (await service.GetAsync(PublishedOrder)).Lines.Count);
    }

    [Theory]
    [InlineData("offerId", Seeds.LegacyAddOn, 400, "800029")]
    [InlineData("offerId", Seeds.LegacyBase, 400, "800029")]
    [InlineData("offerId", "7E1A0000-0000-4000-8000-000000000000", 400, "800004")]
    [InlineData("parentSubscriptionId", "7E1A0000-0000-4000-8000-000000000000", 404, "20003")]
    [InlineData("parentSubscriptionId", "A356AC8C-E310-44F4-BF85-C7F29044AF99", 400, "800029")]
    [InlineData("quantity", 0, 400, "900275")]
    [InlineData("quantity", 20000, 400, "900275")]
    public async Task What_does_not_belong_is_refused(string member, object value, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        var line = new JObject { ["offerId"] = AddOnOffer, ["parentSubscriptionId"] = PublishedBase, ["quantity"] = 2, ["lineItemNumber"] = 0 };
        line[member] = JToken.FromObject(value);
        Answer answer = await service.SendAsync("PATCH", PublishedOrder, Lines.Cart(line));
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Single((await service.GetAsync(PublishedOrder)).Lines);
    }

    [Fact]
    public async Task A_suspended_base_takes_no_add_on_and_an_add_on_comes_with_the_cycle_of_its_order()
    {
        await using TestService service = await TestService.StartAsync();
        var line = new JObject { ["offerId"] = AddOnOffer, ["parentSubscriptionId"] = PublishedBase, ["quantity"] = 2, ["lineItemNumber"] = 0 };
        JObject body = Lines.Cart(line);
        body["billingCycle"] = "monthly";
        Assert.Equal("800085", (await service.SendAsync("PATCH", PublishedOrder, body)).Code);
        body["billingCycle"] = "none";
        JObject subscription = (await service.GetAsync($"{Published}/subscriptions/{PublishedBase}")).Json;
        subscription["status"] = "suspended";
        await service.SendAsync("PATCH", $"{Published}/subscriptions/{PublishedBase}", subscription);
        Answer answer = await service.SendAsync("PATCH", PublishedOrder, body);
        Assert.Equal((409, "27009"), (answer.Status, answer.Code));
        Assert.Equal("6000", (await service.SendAsync("PATCH", PublishedOrder, new { billingCycle = "monthly" })).Code);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_billing_cycle_changes_with_its_subscriptions(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        JObject order = (await service.GetAsync(PublishedOrder)).Json;
        order["billingCycle"] = "Monthly";
        Answer answer = await service.SendAsync("PATCH", PublishedOrder, order);
        Assert.Equal((200, "monthly"), (answer.Status, (string)answer.Json["billingCycle"]!));
        Assert.NotEqual((string)order["attributes"]!["etag"]!, (string)answer.Json["attributes"]!["etag"]!);
        Assert.Equal("monthly", (string)(await service.GetAsync($"{Published}/subscriptions/{PublishedBase}")).Json["billingCycle"]!);
        Assert.Equal("cf3b0e37-be0b-4cdd-b584-d1a97d98a922", (string)(await service.GetAsync(Published + "/orders?billingType=monthly")).Json["items"]!.Single()["id"]!);
        JObject priced = (await service.GetAsync(PublishedOrder + "?include_price=true")).Json;
        Assert.Equal((20m, 20m), ((decimal)priced["totalPrice"]!, (decimal)priced["lineItems"]![0]!["pricing"]!["extendedPrice"]!));
    }

    [Theory]
    [InlineData("triennial", "6001")]
    [InlineData("none", "800042")]
    [InlineData("fortnightly", "900126")]
    public async Task A_cycle_that_the_offer_lacks_is_refused(string cycle, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal(code, (await service.SendAsync("PATCH", PublishedOrder, new { billingCycle = cycle })).Code);
    }

    [Fact]
    public async Task New_commerce_orders_take_neither()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        string id = (string)(await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orders"]![0]!["id"]!;
        Answer answer = await service.SendAsync("PATCH", $"/v1/customers/{Seeds.Contoso}/orders/{id}", new { billingCycle = "annual" });
        Assert.Equal((400, "800042"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_seeded_order_changes_for_good_and_a_reset_brings_it_back()
    {
        string folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var options = new PartnerCenterCart.Emulation.EmulatorOptions { StartTime = TestService.Start, StatePath = System.IO.Path.Combine(folder, "state") };
        try
        {
            await using (TestService service = await TestService.StartAsync(options: options))
            {
                await service.SendAsync("PATCH", PublishedOrder, new { billingCycle = "annual" });
            }

            await using (TestService later = await TestService.StartAsync(options: options))
            {
                Assert.Equal("annual", (string)(await later.GetAsync(PublishedOrder)).Json["billingCycle"]!);
            }

            await using TestService last = await TestService.StartAsync(options: options);
            Assert.Equal("annual", (string)(await last.GetAsync(PublishedOrder)).Json["billingCycle"]!);
            await last.SendAsync("POST", "/_emulator/reset");
            Assert.Equal("none", (string)(await last.GetAsync(PublishedOrder)).Json["billingCycle"]!);
        }
        finally
        {
            System.IO.Directory.Delete(folder, true);
        }
    }
}
