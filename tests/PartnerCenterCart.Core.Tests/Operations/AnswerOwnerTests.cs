using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What the call knows and the service does not say: the customer and the cart that an answer belongs to.</summary>
public class AnswerOwnerTests
{
    [Fact]
    public async Task A_created_cart_and_its_lines_know_their_customer_and_cart()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/cart-create-response-mixed-catalog.json", 201));

        Cart cart = await Sample.Customer(transport).Carts.CreateAsync(Sample.Cart());

        Owned(cart, "3655b1a0-b1c9-4268-9824-577fdbc4d0be");
    }

    [Fact]
    public async Task A_cart_that_was_read_or_changed_knows_its_customer()
    {
        using var transport = new ScriptedTransport(
            Answer.Fixture("contract/cart-get-response-lineitem-error.json"),
            Answer.Fixture("contract/cart-update-response-savings-plan.json", 201));

        Owned(await Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync(), "3d1f0a52-0c0b-4d2f-9c1e-0b7f2f6f5a10");
        Owned(await Sample.Customer(transport).Carts.ById(Sample.CartId).PutAsync(Sample.Cart()), "66e3591e-faad-445c-b930-4ccdbf54c43f");
    }

    [Fact]
    public async Task Add_ons_of_any_depth_know_their_customer()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"lineItems":[{"addonItems":[{"addonItems":[{"id":2}]}]}]}"""));

        Owned(await Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync(), Sample.CartId);
    }

    [Fact]
    public async Task A_cart_without_an_id_has_that_of_the_call()
    {
        using var transport = new ScriptedTransport(Answer.Json("{}"));

        Assert.Equal(Sample.CartId, (await Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync()).Id);
    }

    [Fact]
    public async Task A_checkout_result_and_its_orders_know_their_customer_and_cart()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/cart-checkout-response-mixed-catalog.json", 201));

        CartCheckoutResult result = await Sample.Customer(transport).Carts.ById(Sample.CartId).CheckoutAsync();

        Assert.Equal((Sample.CustomerId, Sample.CartId), (result.CustomerId, result.CartId));
        Assert.All(result.Orders!, order => Assert.Equal(Sample.CustomerId, order.CustomerId));
        Assert.Equal(new[] { "3c6f2530-1e31-4088-8230-dd1c31a18bce", "311qiN8iFwkv-XARWMvXRYAwYKMACVqv1", "HVu_cO8Ea7fNRQP4ia1QTpZap-kg_7P71" }, result.OrderId);
    }

    [Fact]
    public async Task Orders_know_their_customer()
    {
        using var transport = new ScriptedTransport(
            Answer.Fixture("contract/orders-list-response-by-billing-cycle.json"),
            Answer.Fixture("contract/order-get-response-legacy.json"));

        Page<Order> page = await Sample.Customer(transport).Orders.GetAsync();
        Order order = await Sample.Customer(transport).Orders.ById(Sample.OrderId).GetAsync();

        Assert.All(page.Items.Append(order), o => Assert.Equal(Sample.CustomerId, o.CustomerId));
        Assert.Equal("YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1", order.OrderId);
    }

    [Fact]
    public async Task A_cart_tells_its_time_by_the_clock_of_the_connection()
    {
        var clock = new FrozenClock(new DateTimeOffset(2023, 7, 17, 21, 16, 17, 248, TimeSpan.Zero));
        using var transport = new ScriptedTransport(Answer.Fixture("contract/cart-create-response-new-commerce-with-pricing.json"));

        Cart cart = await Sample.Customer(transport, clock).Carts.ById(Sample.CartId).GetAsync();

        Assert.Equal(TimeSpan.FromDays(1), new TimeSpan(cart.ExpiresIn!.Value.Days, cart.ExpiresIn.Value.Hours, cart.ExpiresIn.Value.Minutes, cart.ExpiresIn.Value.Seconds));
    }

    private static void Owned(Cart cart, string cartId)
    {
        Assert.Equal((Sample.CustomerId, cartId, cartId), (cart.CustomerId, cart.Id, cart.CartId));
        Assert.All(cart.AllLines(), line => Assert.Equal((Sample.CustomerId, cartId), (line.CustomerId, line.CartId)));
    }
}
