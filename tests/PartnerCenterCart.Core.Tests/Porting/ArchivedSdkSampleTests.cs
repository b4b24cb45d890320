using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// The C# samples of the archived .NET SDK, line by line. What changes in porting: calls end in Async and are awaited, an
/// order list comes in pages, and a provisioning context is a ProvisioningContext instead of a Dictionary of texts.
/// </summary>
public sealed class ArchivedSdkSampleTests : IDisposable
{
    private const string CustomerId = Sample.CustomerId;

    private readonly EmulatedPartner partner = new();

    private PartnerClient partnerOperations => partner.Operations;

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task Create_a_cart()
    {
        var cart = new Cart()
        {
            LineItems = new List<CartLineItem>()
            {
                new CartLineItem()
                {
                    Id = 0,
                    CatalogItemId = "DG7GMGF0DWTL:0001:DG7GMGF0DSJB",
                    FriendlyName = "A_sample_Azure_RI",
                    Quantity = 2,
                    BillingCycle = BillingCycleType.OneTime,
                    ProvisioningContext = new ProvisioningContext
                    {
                        { "subscriptionId", "3D5ECED6-1151-44C7-AEE6-70A4BB725666" },
                        { "scope", "shared" },
                        { "duration", "1Year" },
                    },
                },
            },
        };

        var createdCart = await partnerOperations.Customers.ById("d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d").Carts.CreateAsync(cart);

        Assert.Equal("Active", createdCart.Status);
        CartLineItem line = Assert.Single(createdCart.LineItems!);
        Assert.Null(line.Error);
        Assert.Equal(("one_time", 2, "shared"), (line.BillingCycle, line.Quantity, line.ProvisioningContext!["Scope"]));
    }

    [Fact]
    public async Task Create_a_cart_with_add_ons()
    {
        var createdCart = await partnerOperations.Customers.ById(CustomerId).Carts.CreateAsync(CartWithAddOns());

        CartLineItem line = Assert.Single(createdCart.LineItems!);
        Assert.Equal(("91FD106F-4B2C-4938-95AC-F54F74E9A239", 3), (line.CatalogItemId, line.Quantity));
        Assert.Equal(
            new (int?, string?, int?)[] { (1, "C94271D8-B431-4A25-A3C5-A57737A1C909", 2), (2, "43FCE491-76D1-4BCC-B709-8A288786DBAE", 3) },
            line.AddonItems!.Select(addon => (addon.Id, addon.CatalogItemId, addon.Quantity)));
    }

    [Fact]
    public async Task Update_a_cart()
    {
        string cartId = (await partnerOperations.Customers.ById(CustomerId).Carts.CreateAsync(CartWithAddOns())).Id!;

        var cart = await partnerOperations.Customers.ById(CustomerId).Carts.ById(cartId).GetAsync();
        cart.LineItems!.ToArray()[0].Quantity++;
        var updatedCart = await partnerOperations.Customers.ById(CustomerId).Carts.ById(cartId).PutAsync(cart);

        Assert.Equal(4, updatedCart.LineItems!.Single().Quantity);
        Assert.Equal(new int?[] { 2, 3 }, updatedCart.LineItems!.Single().AddonItems!.Select(addon => addon.Quantity));
        Assert.Equal(cart.ExpirationTimestamp, updatedCart.ExpirationTimestamp);
    }

    [Fact]
    public async Task Checkout_a_cart()
    {
        string cartId = (await partnerOperations.Customers.ById(CustomerId).Carts.CreateAsync(CartWithAddOns())).Id!;

        var cartCheckoutResult = await partnerOperations.Customers.ById(CustomerId).Carts.ById(cartId).CheckoutAsync();

        Assert.Null(cartCheckoutResult.OrderErrors);
        var order = Assert.Single(cartCheckoutResult.Orders!);
        Assert.Equal(3, order.LineItems!.Count);
        Assert.Equal("Ordered", (await partnerOperations.Customers.ById(CustomerId).Carts.ById(cartId).GetAsync()).Status);
    }

    [Fact]
    public async Task Get_all_of_a_customer_s_orders_by_billing_cycle()
    {
        await CheckOutAsync(CartWithAddOns());
        await CheckOutAsync(new Cart() { LineItems = new List<CartLineItem>() { new CartLineItem() { CatalogItemId = "DG7GMGF0DWTL:0001:DG7GMGF0DSFM", Quantity = 1, BillingCycle = BillingCycleType.OneTime } } });
        partner.Emulator.Advance(TimeSpan.FromMinutes(20));

        var orders = await partnerOperations.Customers.ById(CustomerId).Orders.ByBillingCycleType(BillingCycleType.OneTime).GetAsync();
        var all = await partnerOperations.Customers.ById(CustomerId).Orders.GetAsync();

        Assert.Equal("one_time", Assert.Single(orders.Items).BillingCycle);
        Assert.Equal(2, all.Items.Count);
    }

    [Fact]
    public async Task Get_an_order_by_id()
    {
        string orderId = (await CheckOutAsync(CartWithAddOns())).OrderId.Single();

        var order = await partnerOperations.Customers.ById(CustomerId).Orders.ById(orderId).GetAsync();

        Assert.Equal(CustomerId, order.ReferenceCustomerId, ignoreCase: true);
        Assert.Equal(orderId, order.Id);
    }

    private static Cart CartWithAddOns() => new Cart()
    {
        LineItems = new List<CartLineItem>()
        {
            new CartLineItem()
            {
                Id = 0,
                CatalogItemId = "91FD106F-4B2C-4938-95AC-F54F74E9A239",
                FriendlyName = "Myofferpurchase",
                Quantity = 3,
                BillingCycle = BillingCycleType.Monthly,
                AddonItems = new List<CartLineItem>()
                {
                    new CartLineItem()
                    {
                        Id = 1,
                        CatalogItemId = "C94271D8-B431-4A25-A3C5-A57737A1C909",
                        BillingCycle = BillingCycleType.Monthly,
                        Quantity = 2,
                    },
                    new CartLineItem()
                    {
                        Id = 2,
                        CatalogItemId = "43FCE491-76D1-4BCC-B709-8A288786DBAE",
                        BillingCycle = BillingCycleType.Monthly,
                        Quantity = 3,
                    },
                },
            },
        },
    };

    private async Task<CartCheckoutResult> CheckOutAsync(Cart cart)
    {
        var carts = partnerOperations.Customers.ById(CustomerId).Carts;
        return await carts.ById((await carts.CreateAsync(cart)).Id!).CheckoutAsync();
    }
}
