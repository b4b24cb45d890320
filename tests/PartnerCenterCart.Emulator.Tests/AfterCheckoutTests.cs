using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>What follows a checkout: provisioning, windows, cancellations, entitlements, links.</summary>
public class AfterCheckoutTests
{
    private const string Orders = $"/v1/customers/{Seeds.Contoso}/orders";
    private const string Subscriptions = $"/v1/customers/{Seeds.Contoso}/subscriptions";
    private const string Entitlements = $"/v1/customers/{Seeds.Contoso}/entitlements";

    [Fact]
    public async Task Lines_are_provisioned_one_after_the_other()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await BuyAsync(service, Lines.Seat(), Lines.Seat(Seeds.E5));
        Assert.Equal("800007", (await service.GetAsync($"{Orders}/{order}/provisioningstatus")).Code);
        service.Emulator.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["prefulfillmentpending", "prefulfillmentpending"], await StatusAsync(service, order));
        service.Emulator.Advance(TimeSpan.FromSeconds(85));
        Assert.Equal(["fulfilled", "prefulfillmentpending"], await StatusAsync(service, order));
        Answer half = await service.GetAsync($"{Orders}/{order}");
        Assert.Equal("pending", (string?)half.Json["status"]);
        Assert.NotNull(half.Lines[0]["subscriptionId"]);
        Assert.Null(half.Lines[1]["subscriptionId"]);
        service.Emulator.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(["fulfilled", "fulfilled"], await StatusAsync(service, order));
        Assert.Equal("completed", (string?)(await service.GetAsync($"{Orders}/{order}")).Json["status"]);
    }

    [Theory]
    [InlineData(new[] { Seeds.E5 }, "partial_success", "fulfilled", "unfulfilled")]
    [InlineData(new[] { Seeds.E5, Seeds.BaseSeat }, "error", "unfulfilled", "unfulfilled")]
    public async Task Lines_can_fail(string[] failing, string status, string first, string second)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { failingItems = failing });
        string order = await BuyAsync(service, Lines.Seat(), Lines.Seat(Seeds.E5));
        service.Emulator.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal([first, second], await StatusAsync(service, order));
        Answer after = await service.GetAsync($"{Orders}/{order}");
        Assert.Equal(status, (string?)after.Json["status"]);
        Assert.Equal(2 - failing.Length, after.Lines.Count(line => line["subscriptionId"] is not null));
    }

    [Fact]
    public async Task A_subscription_can_show_later_than_its_order_is_completed()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { subscriptionLagSeconds = 60 });
        string order = await BuyAsync(service, Lines.Seat());
        service.Emulator.Advance(TimeSpan.FromSeconds(180));
        Answer completed = await service.GetAsync($"{Orders}/{order}");
        Assert.Equal("completed", (string?)completed.Json["status"]);
        Assert.Null(completed.Lines[0]["subscriptionId"]);
        service.Emulator.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull((await service.GetAsync($"{Orders}/{order}")).Lines[0]["subscriptionId"]);
    }

    [Theory]
    [InlineData("orders.provisioningStatus", "/provisioningstatus")]
    public async Task The_provisioning_status_refuses_app_only_tokens(string operation, string path)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
        string order = await BuyAsync(service, Lines.Seat());
        Answer refused = await service.GetAsync($"{Orders}/{order}{path}");
        Assert.Equal((403, "900329"), (refused.Status, refused.Code));
        Assert.Equal(operation, (string?)(await service.LogAsync(operation))[0]["operation"]);
        Assert.Equal(200, (await service.GetAsync($"{Orders}/{order}")).Status);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task A_subscription_is_cancelled_up_to_the_last_second_of_its_window(int secondsAfter, int status)
    {
        await using TestService service = await TestService.StartAsync();
        JObject subscription = await SubscriptionAsync(service, Lines.Seat());
        var until = DateTimeOffset.Parse((string)subscription["cancellationAllowedUntilDate"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(TestService.Start.AddDays(7), until);
        service.Emulator.Advance(until - service.Emulator.Now + TimeSpan.FromSeconds(secondsAfter));
        subscription["status"] = "deleted";
        Answer answer = await PatchAsync(service, subscription);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? "deleted" : "900117", status == 200 ? (string?)answer.Json["status"] : answer.Code);
    }

    [Fact]
    public async Task Seats_that_are_added_have_a_window_of_their_own()
    {
        await using TestService service = await TestService.StartAsync();
        JObject subscription = await SubscriptionAsync(service, Lines.Seat());
        service.Emulator.Advance(TimeSpan.FromDays(4));
        subscription["quantity"] = 8;
        subscription = (await PatchAsync(service, subscription)).Json;
        Assert.Equal(8, (int)subscription["refundableQuantity"]!["totalQuantity"]!);
        service.Emulator.Advance(TimeSpan.FromDays(5));
        subscription["quantity"] = 4;
        Assert.Equal("900214", (await PatchAsync(service, subscription)).Code);
        subscription["quantity"] = 5;
        Answer back = await PatchAsync(service, subscription);
        Assert.Equal((200, 5, 0), (back.Status, (int)back.Json["quantity"]!, (int)back.Json["refundableQuantity"]!["totalQuantity"]!));
    }

    [Fact]
    public async Task A_name_changes_nothing_else_and_unknown_members_come_back()
    {
        await using TestService service = await TestService.StartAsync();
        JObject before = await SubscriptionAsync(service, Lines.Seat());
        var sent = (JObject)before.DeepClone();
        sent["friendlyName"] = "desks";
        sent["addedTomorrow"] = 5;
        Assert.Equal(200, (await PatchAsync(service, sent)).Status);
        JObject after = (await service.GetAsync($"{Subscriptions}/{before["id"]}")).Json;
        Assert.Equal((5, "desks"), ((int)after["addedTomorrow"]!, (string?)after["friendlyName"]));
        after.Remove("addedTomorrow");
        after["friendlyName"] = before["friendlyName"];
        Assert.Equal(before.ToString(), after.ToString());
    }

    [Theory]
    [InlineData("quantity", null, "3000")]
    [InlineData("offerId", "other", "3000")]
    [InlineData("quantity", 0, "2002")]
    [InlineData("status", "expired", "800040")]
    public async Task A_change_that_cannot_be_is_refused(string member, object? value, string code)
    {
        await using TestService service = await TestService.StartAsync();
        JObject subscription = await SubscriptionAsync(service, Lines.Seat());
        subscription[member] = value is null ? null : JToken.FromObject(value);
        Assert.Equal(code, (await PatchAsync(service, subscription)).Code);
    }

    [Fact]
    public async Task A_legacy_subscription_wants_its_latest_etag()
    {
        await using TestService service = await TestService.StartAsync();
        JObject subscription = (await service.GetAsync($"{Subscriptions}/{Seeds.LicenceSubscription}")).Json;
        string etag = (string)subscription["attributes"]!["etag"]!;
        subscription["friendlyName"] = "one";
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", etag);
        Answer first = await PatchAsync(service, subscription);
        Assert.Equal(200, first.Status);
        Assert.NotEqual(etag, (string?)first.Json["attributes"]!["etag"]);
        Assert.Equal("2055", (await PatchAsync(service, subscription)).Code);
    }

    [Fact]
    public async Task Azure_plans_lose_the_name_that_they_were_ordered_under()
    {
        await using TestService service = await TestService.StartAsync();
        JObject plan = new() { ["catalogItemId"] = "DZH318Z0BPS6:0001:DZH318Z0BPM1", ["quantity"] = 1, ["billingCycle"] = "one_time", ["friendlyName"] = "production" };
        string id = await BuyForAsync(service, Seeds.Customer(2), plan);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        JToken line = (await service.GetAsync($"/v1/customers/{Seeds.Customer(2)}/orders/{id}")).Lines[0];
        Assert.Equal("production", (string?)line["friendlyName"]);
        JObject subscription = (await service.GetAsync($"/v1/customers/{Seeds.Customer(2)}/subscriptions/{line["subscriptionId"]}")).Json;
        Assert.NotEqual("production", (string?)subscription["friendlyName"]);
    }

    [Theory]
    [InlineData("perpetual", false, null)]
    [InlineData("seat", false, "800061")]
    [InlineData("saas", false, "800077")]
    [InlineData("reservation", false, "800019")]
    [InlineData("reservation", true, null)]
    public async Task An_order_is_cancelled_where_the_table_of_the_contract_says_so(string kind, bool sandbox, string? code)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { sandbox });
        JObject line = kind switch { "perpetual" => Lines.Perpetual(), "saas" => Lines.SaaS(), "reservation" => Lines.Reservation(), _ => Lines.Seat() };
        string order = await BuyAsync(service, line);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        Answer answer = await service.SendAsync("PATCH", $"{Orders}/{order}", new { id = order, status = "cancelled" });
        Assert.Equal(code, answer.Code);
        if (code is null)
        {
            Assert.Equal(("cancelled", 0), ((string?)answer.Json["status"], (int)answer.Lines[0]["quantity"]!));
            Assert.Equal(["unfulfilled"], await StatusAsync(service, order));
        }
    }

    [Fact]
    public async Task An_order_stays_completed_when_one_of_its_lines_is_cancelled_and_not_after_its_window()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await BuyAsync(service, Lines.Perpetual(), Lines.Perpetual(2));
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        Answer one = await service.SendAsync("PATCH", $"{Orders}/{order}", new { id = order, status = "cancelled", lineItems = new[] { new { lineItemNumber = 1, offerId = Seeds.Perpetual } } });
        Assert.Equal("completed", (string?)one.Json["status"]);
        Assert.Equal([1, 0], one.Lines.Select(line => (int)line["quantity"]!));
        service.Emulator.Advance(TimeSpan.FromDays(7));
        Assert.Equal("900117", (await service.SendAsync("PATCH", $"{Orders}/{order}", new { id = order, status = "cancelled" })).Code);
    }

    [Fact]
    public async Task What_was_bought_once_is_an_entitlement_and_a_reservation_has_details()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await BuyAsync(service, Lines.Perpetual(), Lines.Reservation());
        Assert.Empty((await service.GetAsync(Entitlements)).Json["items"]!);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(2, (await service.GetAsync(Entitlements)).Json["items"]!.Count());
        JToken software = Assert.Single((await service.GetAsync(Entitlements + "?entitlementType=software")).Json["items"]!);
        Assert.Null(software["expiryDate"]);
        JToken reservation = Assert.Single((await service.GetAsync(Entitlements + "?entitlementType=virtualmachinereservedinstance&showExpiry=true")).Json["items"]!);
        Assert.NotNull(reservation["expiryDate"]);
        Assert.Equal(order, (string?)reservation["referenceOrder"]!["id"]);
        Answer details = await service.GetAsync("/v1" + reservation["entitledArtifacts"]![0]!["link"]!["uri"]);
        Assert.Equal("Created", (string?)details.Json["virtualMachineReservations"]![0]!["provisioningState"]);
        Assert.Equal("3000", (await service.GetAsync(Entitlements + "?entitlementType=hardware")).Code);
    }

    [Fact]
    public async Task Marketplace_lines_have_an_activation_link_once_they_are_there()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await BuyAsync(service, Lines.SaaS());
        Assert.Empty((await service.GetAsync($"{Orders}/{order}/activationlinks")).Json["items"]!);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        JToken link = Assert.Single((await service.GetAsync($"{Orders}/{order}/lineitems/0/activationlinks")).Json["items"]!);
        Assert.StartsWith("https://", (string?)link["link"]!["uri"], StringComparison.Ordinal);
        Assert.Equal(404, (await service.GetAsync($"{Orders}/{order}/lineitems/7/activationlinks")).Status);
        string subscription = (string)(await service.GetAsync($"{Orders}/{order}")).Lines[0]["subscriptionId"]!;
        Assert.Single((await service.GetAsync($"{Subscriptions}/{subscription}/activationlinks")).Json["items"]!);
        Assert.Equal("900127", (await service.SendAsync("POST", $"{Subscriptions}/{subscription}/activate")).Code);
        await service.SendAsync("POST", "/_emulator/settings", new { sandbox = true });
        Assert.Equal("Success", (string?)(await service.SendAsync("POST", $"{Subscriptions}/{subscription}/activate")).Json["status"]);
        Assert.Equal("800041", (await service.SendAsync("POST", $"{Subscriptions}/{subscription}/activate")).Code);
    }

    [Fact]
    public async Task An_order_can_be_made_without_a_cart_and_a_repeat_buys_nothing_twice()
    {
        await using TestService service = await TestService.StartAsync();
        var body = new { billingCycle = "monthly", lineItems = new[] { new { lineItemNumber = 0, offerId = Seeds.BaseSeat, quantity = 2, termDuration = "P1M" } } };
        string id = Guid.NewGuid().ToString();
        Answer first = await service.SendAsync("POST", Orders, body, id);
        Answer second = await service.SendAsync("POST", Orders, body, id);
        Assert.Equal((201, first.Id), (first.Status, second.Id));
        service.Emulator.Advance(TimeSpan.FromHours(1));
        Assert.Single((await service.GetAsync(Orders)).Json["items"]!);
        Assert.Equal("800071", (await service.SendAsync("POST", Orders, new { billingCycle = "monthly", lineItems = new[] { new { lineItemNumber = 3, offerId = Seeds.BaseSeat, quantity = 2, termDuration = "P1M" } } })).Code);
    }

    [Fact]
    public async Task All_of_it_outlives_the_process()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"pcc-{Guid.NewGuid()}.state");
        try
        {
            JObject subscription;
            await using (TestService service = await TestService.StartAsync(Door.InProcess, new() { StartTime = TestService.Start, StatePath = path }))
            {
                await service.SendAsync("POST", "/_emulator/settings", new { failingItems = new[] { Seeds.E5 } });
                subscription = await SubscriptionAsync(service, Lines.Seat(), Lines.Seat(Seeds.E5));
                subscription["friendlyName"] = "desks";
                subscription["addedTomorrow"] = 5;
                subscription = (await PatchAsync(service, subscription)).Json;
            }

            await using TestService again = await TestService.StartAsync(Door.InProcess, new() { StartTime = TestService.Start, StatePath = path });
            Assert.Equal(subscription.ToString(), (await again.GetAsync($"{Subscriptions}/{subscription["id"]}")).Json.ToString());
            Assert.Equal("partial_success", (string?)(await again.GetAsync($"{Orders}/{subscription["orderId"]}")).Json["status"]);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static Task<string> BuyAsync(TestService service, params JObject[] lines) => BuyForAsync(service, Seeds.Contoso, lines);

    private static async Task<string> BuyForAsync(TestService service, string customer, params JObject[] lines)
    {
        Answer cart = await service.CreateCartAsync(customer, Lines.Cart(lines));
        Answer result = await service.CheckoutAsync(customer, cart.Id);
        Assert.True(result.Json["orderErrors"] is null, result.Text);
        return (string)Assert.Single(result.Json["orders"]!)["id"]!;
    }

    private static async Task<JObject> SubscriptionAsync(TestService service, params JObject[] lines)
    {
        string order = await BuyAsync(service, lines);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        string id = (string)(await service.GetAsync($"{Orders}/{order}")).Lines[0]["subscriptionId"]!;
        return (await service.GetAsync($"{Subscriptions}/{id}")).Json;
    }

    private static Task<Answer> PatchAsync(TestService service, JObject subscription) => service.SendAsync("PATCH", $"{Subscriptions}/{subscription["id"]}", subscription);

    private static async Task<string[]> StatusAsync(TestService service, string order) =>
        (await service.GetAsync($"{Orders}/{order}/provisioningstatus")).Json["items"]!.Select(item => (string)item["status"]!).ToArray();
}
