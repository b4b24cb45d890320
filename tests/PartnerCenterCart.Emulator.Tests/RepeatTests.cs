using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>MS-RequestId, and many callers at once.</summary>
public class RepeatTests
{
    [Fact]
    public async Task The_same_request_id_makes_one_cart()
    {
        await using TestService service = await TestService.StartAsync();
        string id = Guid.NewGuid().ToString();
        Answer first = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), id);
        service.Emulator.Advance(TimeSpan.FromMinutes(1));
        Answer again = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), id.ToUpperInvariant());
        Answer other = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), Guid.NewGuid().ToString());
        Answer otherCustomer = await service.CreateCartAsync(Seeds.Fabrikam, Lines.Cart(Lines.Seat()), id);
        Assert.Equal((201, first.Text), (again.Status, again.Text));
        Assert.Equal(id.ToUpperInvariant(), again.Header("MS-RequestId"));
        Assert.NotEqual(first.Id, other.Id);
        Assert.NotEqual(first.Id, otherCustomer.Id);
    }

    [Fact]
    public async Task A_refused_request_can_be_repeated_with_its_id()
    {
        await using TestService service = await TestService.StartAsync();
        string id = Guid.NewGuid().ToString();
        Assert.Equal(400, (await service.CreateCartAsync(Seeds.Contoso, "{", id)).Status);
        Assert.Equal(201, (await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), id)).Status);
    }

    [Fact]
    public async Task A_checkout_whose_answer_was_lost_is_replayed_by_its_request_id()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(), Lines.Perpetual()));
        await service.SetFaultAsync(new { operation = "carts.checkout", resetConnection = "after" });
        string id = Guid.NewGuid().ToString();
        await Assert.ThrowsAsync<System.Net.Http.HttpRequestException>(() => service.CheckoutAsync(Seeds.Contoso, cart.Id, id));
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id, id);
        Assert.Equal(2, result.Json["orders"]!.Count());
        service.Emulator.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(2, (int)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/orders")).Json["totalCount"]!);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Sixty_callers_at_once_get_sixty_carts(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer[] carts = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat())))));
        Assert.Equal(60, carts.Select(cart => cart.Id).Distinct().Count());
        Assert.Equal(60, (await service.LogAsync("carts.create")).Select(entry => (long)entry["sequence"]!).Distinct().Count());
    }

    [Fact]
    public async Task Concurrent_repeats_do_the_work_once()
    {
        await using TestService service = await TestService.StartAsync();
        string id = Guid.NewGuid().ToString();
        Answer[] carts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), id))));
        Assert.Single(carts.Select(cart => cart.Text).Distinct());
    }

    [Fact]
    public async Task Concurrent_checkouts_of_one_cart_make_one_set_of_orders()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(), Lines.Perpetual(), Lines.SaaS()));
        Answer[] results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => service.CheckoutAsync(Seeds.Contoso, cart.Id, Guid.NewGuid().ToString()))));
        Assert.Single(results.Select(result => result.Text).Distinct());
        service.Emulator.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(3, (int)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/orders")).Json["totalCount"]!);
    }
}
