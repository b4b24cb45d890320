using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The whole purchase in C#: cart, change, checkout, orders; against the emulator, through the real transport.</summary>
public sealed class PurchasePathTests : IDisposable
{
    private readonly EmulatedPartner partner = new();

    private CustomerOperations Customer => partner.Operations.Customers.ById(Sample.CustomerId);

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task A_mixed_cart_becomes_several_orders_that_are_provisioned()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        Assert.All(cart.LineItems!, line => Assert.Null(line.Error));
        Assert.Equal(TimeSpan.FromDays(7), Round(cart.ExpiresIn!.Value));

        cart.LineItems![1].Quantity = 25;
        cart.LineItems[2].Quantity = 25;
        Cart changed = await Customer.Carts.ById(cart.Id!).PutAsync(cart);
        Assert.Equal(new int?[] { 1, 25, 25, 1, 1 }, changed.LineItems!.Select(line => line.Quantity));

        CartCheckoutResult result = await Customer.Carts.ById(cart.Id!).CheckoutAsync();
        Assert.Null(result.OrderErrors);
        Assert.Equal(changed.LineItems!.Select(line => line.OrderGroup).Distinct().Count(), result.Orders!.Count);
        Assert.Equal(5, result.Orders.Sum(order => order.LineItems!.Count));

        partner.Emulator.Advance(TimeSpan.FromMinutes(20));
        foreach (string id in result.OrderId)
        {
            Order order = await Customer.Orders.ById(id).GetAsync(includePrice: true);
            Assert.Equal("completed", order.Status);
            Assert.True(order.TotalPrice > 0);
        }

        Page<Order> orders = await Customer.Orders.GetAsync();
        Assert.Equal(result.OrderId.Order(), orders.Items.Select(order => order.Id!).Order());
    }

    [Fact]
    public async Task Every_answer_of_the_emulator_is_known_to_the_models()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        CartCheckoutResult result = await Customer.Carts.ById(cart.Id!).CheckoutAsync();
        Order order = await Customer.Orders.ById(result.OrderId[0]).GetAsync(includePrice: true);

        Assert.All(
            new PartnerResource[] { cart, cart.Links!, cart.Attributes!, result, order, order.Links! }.Concat(cart.LineItems!).Concat(order.LineItems!),
            resource => Assert.Empty(resource.AdditionalProperties));
    }

    [Fact]
    public async Task A_cart_that_is_checked_out_again_gives_the_same_orders()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());

        CartCheckoutResult first = await Customer.Carts.ById(cart.Id!).CheckoutAsync();
        CartCheckoutResult second = await Customer.Carts.ById(cart.Id!).CheckoutAsync();

        Assert.Equal(first.OrderId, second.OrderId);
    }

    [Fact]
    public async Task A_line_that_cannot_be_bought_does_not_fail_the_cart()
    {
        Cart cart = await Customer.Carts.CreateAsync(Sample.Cart(Sample.Line(), new CartLineItem { CatalogItemId = "XXXXXXXXXXXX:0001:XXXXXXXXXXXX", Quantity = 1, BillingCycle = "monthly" }));

        Assert.Null(cart.LineItems![0].Error);
        Assert.Equal(10001, cart.LineItems[1].Error!.Number);
    }

    [Fact]
    public async Task One_failed_group_leaves_the_other_orders()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        string group = cart.LineItems![4].OrderGroup!;
        await partner.Operations.Emulator.AddFaultAsync(new EmulatorFault { Operation = "carts.checkout", OrderGroup = group, Code = "800010" });

        CartCheckoutResult result = await Customer.Carts.ById(cart.Id!).CheckoutAsync();

        OrderError error = Assert.Single(result.OrderErrors!);
        Assert.Equal((group, "800010"), (error.OrderGroupId, error.Code));
        Assert.NotEmpty(result.OrderId);
    }

    [Fact]
    public async Task A_checkout_whose_answer_was_lost_is_repeated_with_the_same_request_id_and_buys_once()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        await partner.Operations.Emulator.AddFaultAsync(new EmulatorFault { Operation = "carts.checkout", ResetConnection = "after" });

        CartCheckoutResult result = await Customer.Carts.ById(cart.Id!).CheckoutAsync();

        IReadOnlyList<EmulatorRequest> tries = await partner.Operations.Emulator.GetRequestsAsync("carts.checkout");
        Assert.Equal(2, tries.Count);
        Assert.Single(tries.Select(request => request.Headers!.Single(h => h.Key.Equals("MS-RequestId", StringComparison.OrdinalIgnoreCase)).Value).Distinct());
        partner.Emulator.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(result.OrderId.Length, (await Customer.Orders.GetAsync()).Items.Count);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_an_open_question_and_is_not_repeated()
    {
        await partner.Operations.Emulator.AddFaultAsync(new EmulatorFault { Operation = "carts.create", ResetConnection = "after", Times = 0 });

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Customer.Carts.CreateAsync(MixedCart()));

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Single(await partner.Operations.Emulator.GetRequestsAsync("carts.create"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("questionMark")]
    public async Task Marks_before_a_body_and_members_that_nobody_knows_are_read_past(string mark)
    {
        await partner.Operations.Emulator.AddFaultAsync(new EmulatorFault { Operation = "*", ByteOrderMark = int.TryParse(mark, out int marks) ? marks : mark, UnknownMembers = true, Times = 0 });

        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        CartCheckoutResult result = await Customer.Carts.ById(cart.Id!).CheckoutAsync();

        Assert.NotEmpty(cart.AdditionalProperties);
        Assert.NotEmpty(result.OrderId);
    }

    [Fact]
    public async Task An_expired_cart_is_not_found()
    {
        Cart cart = await Customer.Carts.CreateAsync(MixedCart());
        partner.Emulator.Advance(TimeSpan.FromDays(8));
        Assert.True(cart.ExpiresIn < TimeSpan.Zero);

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Customer.Carts.ById(cart.Id!).GetAsync());

        Assert.Equal((PartnerErrorKind.NotFound, "800008"), (failure.Kind, failure.ServiceCode));
    }

    private static TimeSpan Round(TimeSpan time) => TimeSpan.FromMinutes(Math.Round(time.TotalMinutes));

    private static Cart MixedCart() => Sample.Cart(
        new CartLineItem
        {
            CatalogItemId = "DZH318Z0BQ36:004G:DZH318Z08C0S",
            Quantity = 1,
            BillingCycle = BillingCycleType.OneTime,
            TermDuration = "P1Y",
            ProvisioningContext = new ProvisioningContext { { "subscriptionId", "1C461A25-F729-4FA5-AADB-280947DD05E8" }, { "scope", "shared" } },
        },
        new CartLineItem { CatalogItemId = "CFQ7TTC0LFLX:0001:CFQ7TTC0LB30", Quantity = 20, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" },
        new CartLineItem { CatalogItemId = "CFQ7TTC0HDJX:0001:CFQ7TTC0K806", Quantity = 20, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" },
        new CartLineItem { CatalogItemId = "DG7GMGF0DWTL:0001:DG7GMGF0DSFM", Quantity = 1, BillingCycle = BillingCycleType.OneTime },
        new CartLineItem { CatalogItemId = "DZH318Z0BXWC:0002:DZH318Z0BMRV", Quantity = 1, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" });
}
