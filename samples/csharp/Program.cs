// The purchase of samples/FirstPurchase.ps1 in C#: Core and Http without PowerShell, against the emulator in this process.
// For the service, leave Handler out and give TransportOptions a TokenSource of your own.
using System;
using System.Collections.Generic;
using System.Globalization;
using PartnerCenterCart;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Http;

const string CustomerId = "28045616-f6b9-462f-9701-0d89b5e65c44";

using var emulator = new PartnerCenterEmulator();
using var client = new PartnerClient(new HttpTransport(new TransportOptions
{
    Endpoint = new Uri("http://localhost"),
    Handler = emulator.CreateHandler(),
    TokenSource = new SampleToken(),
}));
CustomerOperations customer = client.Customers.ById(CustomerId);

Cart cart = await customer.Carts.CreateAsync(new Cart
{
    LineItems = new List<CartLineItem>
    {
        new()
        {
            CatalogItemId = "DZH318Z0BQ36:004G:DZH318Z08C0S",
            FriendlyName = "Reserved VM",
            Quantity = 1,
            BillingCycle = BillingCycleType.OneTime,
            TermDuration = "P1Y",
            ProvisioningContext = new ProvisioningContext
            {
                { "subscriptionId", "1C461A25-F729-4FA5-AADB-280947DD05E8" },
                { "scope", "shared" },
            },
        },
        new() { CatalogItemId = "CFQ7TTC0LFLX:0001:CFQ7TTC0LB30", Quantity = 20, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" },
        new() { CatalogItemId = "CFQ7TTC0HDJX:0001:CFQ7TTC0K806", Quantity = 20, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" },
        new() { CatalogItemId = "DG7GMGF0DWTL:0001:DG7GMGF0DSFM", Quantity = 1, BillingCycle = BillingCycleType.OneTime },
        new() { CatalogItemId = "DZH318Z0BXWC:0002:DZH318Z0BMRV", Quantity = 1, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1M" },
    },
});
Console.WriteLine($"Cart {cart.Id}, {cart.Status}, {cart.LineItems!.Count} lines");
foreach (CartLineItem line in cart.LineItems)
{
    Console.WriteLine($"  {line.Id} {line.CatalogItemId,-34} {line.Quantity,5} {line.BillingCycle,-8} {line.TermDuration,-4} group {line.OrderGroup}{(line.Error == null ? string.Empty : " " + line.Error)}");
}

CartCheckoutResult result = await customer.Carts.ById(cart.Id!).CheckoutAsync();
foreach (OrderError error in result.OrderErrors ?? new List<OrderError>())
{
    Console.WriteLine($"Not bought: {error}");
}

emulator.Advance(TimeSpan.FromMinutes(20));
foreach (string orderId in result.OrderId)
{
    Order order = await customer.Orders.ById(orderId).GetAsync(includePrice: true);
    string total = order.TotalPrice?.ToString("N2", CultureInfo.InvariantCulture) ?? "price unknown";
    Console.WriteLine($"Order {order.Id}, {order.Status}, {order.BillingCycle}, {total} {order.CurrencyCode}");
    foreach (OrderLineItem line in order.LineItems!)
    {
        Console.WriteLine($"  {line.Quantity,5} x {line.FriendlyName} {line.SubscriptionId}");
    }
}

await GuideSteps.RunAsync(client, CustomerId, result.OrderId);
Console.WriteLine($"{(await GuideSteps.AskWithoutOurClientAsync()).Length} characters without our client");

return (result.OrderErrors?.Count ?? 0) == 0 ? 0 : 1;
