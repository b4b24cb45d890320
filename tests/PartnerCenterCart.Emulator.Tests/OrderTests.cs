using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class OrderTests
{
    [Fact]
    public async Task An_order_is_provisioned_on_the_clock_of_the_emulator()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { provisioningSeconds = 60 });
        string path = await OrderPathAsync(service, Lines.Seat());

        service.Emulator.Advance(TimeSpan.FromSeconds(59));
        Answer pending = await service.GetAsync(path);
        Assert.Equal("pending", (string?)pending.Json["status"]);
        Assert.Null(pending.Lines[0]["subscriptionId"]);
        service.Emulator.Advance(TimeSpan.FromSeconds(1));
        Answer completed = await service.GetAsync(path);
        Assert.Equal("completed", (string?)completed.Json["status"]);
        Assert.True(Guid.TryParse((string?)completed.Lines[0]["subscriptionId"], out _));
        Assert.Equal((string?)completed.Lines[0]["subscriptionId"], (string?)(await service.GetAsync(path)).Lines[0]["subscriptionId"]);
    }

    [Fact]
    public async Task Perpetual_software_and_reservations_never_have_a_subscription()
    {
        await using TestService service = await TestService.StartAsync();
        string path = await OrderPathAsync(service, Lines.Perpetual(), Lines.Reservation());
        service.Emulator.Advance(TimeSpan.FromHours(1));
        Answer order = await service.GetAsync(path);
        Assert.Equal("completed", (string?)order.Json["status"]);
        Assert.Equal(2, order.Lines.Count);
        Assert.All(order.Lines, line => Assert.Null(line["subscriptionId"]));
    }

    [Fact]
    public async Task An_add_on_can_be_bought_for_the_subscription_of_an_order()
    {
        await using TestService service = await TestService.StartAsync();
        string path = await OrderPathAsync(service, new JObject { ["catalogItemId"] = Seeds.LegacyBase, ["quantity"] = 5, ["billingCycle"] = "monthly" });
        string subscription = (string)(await service.GetAsync(path)).Lines[0]["subscriptionId"]!;
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(new JObject
        {
            ["catalogItemId"] = Seeds.LegacyAddOn,
            ["quantity"] = 2,
            ["billingCycle"] = "monthly",
            ["provisioningContext"] = new JObject { ["ParentSubscriptionId"] = subscription.ToLowerInvariant() },
        }));
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task A_list_lags_a_quarter_of_an_hour_behind_and_the_order_itself_does_not()
    {
        await using TestService service = await TestService.StartAsync();
        string path = await OrderPathAsync(service, Lines.Perpetual());
        string list = $"/v1/customers/{Seeds.Contoso}/orders";
        Assert.Equal(200, (await service.GetAsync(path)).Status);
        service.Emulator.Advance(TimeSpan.FromSeconds(899));
        Assert.Equal((0, 0), await CountAsync(service, list));
        service.Emulator.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, 1), await CountAsync(service, list));
    }

    [Theory]
    [InlineData("billingType=one_time", 1)]
    [InlineData("billingtype=onetime", 1)]
    [InlineData("BillingType=OneTime", 1)]
    [InlineData("billingType=4", 1)]
    [InlineData("billingType=monthly", 2)]
    [InlineData("billingType=annual", 0)]
    [InlineData("", 3)]
    public async Task A_list_is_filtered_by_billing_cycle_in_any_spelling(string query, int count)
    {
        await using TestService service = await TestService.StartAsync();
        await OrderPathAsync(service, Lines.Perpetual(), Lines.Seat(), Lines.SaaS());
        service.Emulator.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal((count, count), await CountAsync(service, $"/v1/customers/{Seeds.Contoso}/orders?{query}"));
    }

    [Fact]
    public async Task A_billing_cycle_that_does_not_exist_is_refused()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync($"/v1/customers/{Seeds.Contoso}/orders?billingType=fortnightly");
        Assert.Equal((400, "900126"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?include_price=false", false)]
    [InlineData("?include_price=true", true)]
    [InlineData("?includePrice=True", true)]
    [InlineData("?x=1?include_price=true", true)]
    public async Task Prices_show_when_asked_for(string query, bool shown)
    {
        await using TestService service = await TestService.StartAsync();
        string path = await OrderPathAsync(service, Lines.Seat(quantity: 2));
        Answer order = await service.GetAsync(path + query);
        Assert.Equal(shown ? 864m : null, (decimal?)order.Json["totalPrice"]);
        Assert.Equal(shown, order.Lines[0]["pricing"] is not null);
    }

    [Theory]
    [InlineData("000000000000")]
    [InlineData("11111111-2222-4333-8444-555555555555")]
    public async Task An_unknown_order_is_not_found(string id)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync($"/v1/customers/{Seeds.Contoso}/orders/{id}");
        Assert.Equal((404, "20000"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Order_ids_are_twelve_hex_digits_and_guids_on_the_old_order_system()
    {
        await using TestService service = await TestService.StartAsync();
        string modern = await OrderPathAsync(service, Lines.Seat());
        string legacy = await OrderPathAsync(service, new JObject { ["catalogItemId"] = Seeds.LegacyBase, ["quantity"] = 1, ["billingCycle"] = "annual" });
        Assert.Matches("^[0-9a-f]{12}$", modern.Split('/')[^1]);
        Assert.True(Guid.TryParse(legacy.Split('/')[^1], out _));
        Assert.Equal(200, (await service.GetAsync(legacy.ToUpperInvariant().Replace("/V1/", "/v1/"))).Status);
    }

    private static async Task<string> OrderPathAsync(TestService service, params JObject[] lines)
    {
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(lines));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Null(result.Json["orderErrors"]);
        return $"/v1/customers/{Seeds.Contoso}/orders/{(string)result.Json["orders"]![0]!["id"]!}";
    }

    private static async Task<(int Items, int Total)> CountAsync(TestService service, string path)
    {
        Answer list = await service.GetAsync(path);
        return (list.Json["items"]!.Count(), (int)list.Json["totalCount"]!);
    }
}
