using System;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Catalog item ids change over time; the contract's own do not.</summary>
public class ReissueTests
{
    private const string List = "/v1/products/CFQ7TTC1A101/skus/0001/availabilities";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_id_is_reissued_after_thirty_days_and_the_old_one_is_gone(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        string old = await ItemAsync(service);
        service.Emulator.Advance(TimeSpan.FromDays(30));
        string current = await ItemAsync(service);
        Assert.NotEqual(old, current);
        Assert.Equal("400019", (await service.GetAsync($"{List}/{old.Split(':')[2]}?country=US")).Code);
        Assert.Equal(200, (await service.GetAsync($"{List}/{current.Split(':')[2]}?country=US")).Status);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(old)));
        Assert.Equal("catalog_item_id_is_not_valid", (string?)cart.Lines[0]["error"]!["errorCode"]);
    }

    [Fact]
    public async Task A_cart_made_before_works_until_checkout_and_after_an_update()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { reissueDays = 1 });
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(await ItemAsync(service))));
        Assert.Null(cart.Lines[0]["error"]);
        service.Emulator.Advance(TimeSpan.FromDays(1));
        Answer kept = await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}");
        Assert.Null(kept.Lines[0]["error"]);
        Answer refused = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal((404, "400019"), (refused.Status, refused.Code));
        JObject renewed = kept.Json;
        renewed["lineItems"]![0]!["catalogItemId"] = await ItemAsync(service);
        await service.UpdateCartAsync(Seeds.Contoso, cart.Id, renewed);
        Assert.Equal(201, (await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Status);
    }

    [Fact]
    public async Task A_subscription_keeps_the_id_that_it_was_bought_with()
    {
        await using TestService service = await TestService.StartAsync();
        string old = await ItemAsync(service);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(old)));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        service.Emulator.Advance(TimeSpan.FromDays(40));
        JToken held = Assert.Single((await service.GetAsync($"/v1/customers/{Seeds.Contoso}/subscriptions?order_id={result.Json["orders"]![0]!["id"]}")).Json["items"]!);
        Assert.Equal(old, (string?)held["offerId"]);
        Assert.Equal("Microsoft 365 Business Premium", (string?)held["offerName"]);
        // A base that is held counts for an add-on, whatever its id was then.
        string copilot = (string)(await service.GetAsync("/v1/products/CFQ7TTC1A114/skus/0001/availabilities?country=US&targetSegment=commercial")).Json["items"]![0]!["catalogItemId"]!;
        Assert.Null((await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(copilot)))).Lines[0]["error"]);
    }

    [Fact]
    public async Task The_items_of_the_contract_stay_and_reissuing_can_be_switched_off()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Advance(TimeSpan.FromDays(400));
        Assert.Equal(200, (await service.GetAsync("/v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0K971?country=US")).Status);
        await service.SendAsync("POST", "/_emulator/settings", "{\"reissueDays\":null}");
        string old = await ItemAsync(service);
        service.Emulator.Advance(TimeSpan.FromDays(400));
        Assert.Equal(old, await ItemAsync(service));
    }

    private static async Task<string> ItemAsync(TestService service) =>
        (string)(await service.GetAsync(List + "?country=US&targetSegment=commercial")).Json["items"]![0]!["catalogItemId"]!;
}
