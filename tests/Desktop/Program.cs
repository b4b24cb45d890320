using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Commands;

namespace PartnerCenterCart.Desktop;

/// <summary>
/// Makes a purchase at the given endpoint, from where it stands: beside PartnerCenterCart.Core.dll, with the room in http/desktop.
/// Prints one line for each thing that a test looks at.
/// </summary>
internal static class Program
{
    private const string CustomerId = "28045616-f6b9-462f-9701-0d89b5e65c44";

    private static async Task<int> Main(string[] arguments)
    {
        var options = new TransportOptions { Endpoint = new Uri(arguments[0]), TokenSource = new FixedToken() };
        using var client = new PartnerClient(PrivateRoom.CreateTransport(options));
        CustomerOperations customer = client.Customers.ById(CustomerId);

        Cart cart = await customer.Carts.CreateAsync(new Cart
        {
            LineItems = new List<CartLineItem>
            {
                new() { CatalogItemId = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5", Quantity = 5, BillingCycle = BillingCycleType.Monthly, TermDuration = "P1Y" },
            },
        }).ConfigureAwait(false);
        Console.WriteLine($"cart {cart.Status} {cart.LineItems!.Count}");

        CartCheckoutResult result = await customer.Carts.ById(cart.Id!).CheckoutAsync().ConfigureAwait(false);
        foreach (string orderId in result.OrderId)
        {
            Order order = await customer.Orders.ById(orderId).GetAsync(includePrice: true).ConfigureAwait(false);
            Console.WriteLine($"order {order.BillingCycle} {order.LineItems!.Single().Quantity} {order.CurrencyCode}");
        }

        try
        {
            await customer.Carts.ById("00000000-0000-4000-8000-000000000000").GetAsync().ConfigureAwait(false);
        }
        catch (PartnerException e)
        {
            Console.WriteLine($"error {e.Kind}");
        }

        Console.WriteLine($"room {string.Join(" ", AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == "PartnerCenterCart.Http").Select(Folder))}");
        Console.WriteLine($"core {AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == "PartnerCenterCart.Core")}");
        return 0;
    }

    private static string Folder(System.Reflection.Assembly assembly) =>
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(assembly.Location)!);
}
