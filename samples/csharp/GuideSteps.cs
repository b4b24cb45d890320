using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using PartnerCenterCart;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Http;

/// <summary>What docs/csharp.md shows beyond the purchase; a test compares the two.</summary>
internal static class GuideSteps
{
    public static async Task RunAsync(PartnerClient client, string customerId, IReadOnlyList<string> orderIds)
    {
        var waiter = new OrderWaiter(client, new OrderWaitOptions { Timeout = TimeSpan.FromMinutes(30) });
        await waiter.WaitAsync(
            orderIds.Select(id => new OrderWaitRequest(customerId, id)),
            outcome => Console.WriteLine($"{outcome.Request}: {outcome.Order?.Status ?? outcome.Failures[0].Message}"));

        int customers = 0;
        for (Page<Customer>? page = await client.Customers.GetAsync(); page != null; page = await page.NextAsync())
        {
            customers += page.Items.Count;
        }

        Console.WriteLine($"{customers} customers");

        try
        {
            await client.Customers.ById(customerId).Carts.ById("ffffffff-ffff-4fff-8fff-ffffffffffff").GetAsync();
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
        {
            Console.WriteLine($"{e.Summary} {e.RecommendedAction} (code {e.ServiceCode}, correlation id {e.CorrelationId})");
        }
    }

    public static PartnerClient ForTheService(string tenant, string applicationId, string secret)
    {
        ISignIn signIn = new SignInFactory().Create(new SignInOptions
        {
            Mode = SignInMode.Application,
            Tenant = tenant,
            ApplicationId = applicationId,
            Secret = secret,
        });
        return new PartnerClient(new HttpTransport(new TransportOptions
        {
            Endpoint = new Uri("https://api.partnercenter.microsoft.com"),
            TokenSource = new SignInToken(signIn),
        }));
    }

    public static async Task<string> AskWithoutOurClientAsync()
    {
        using var emulator = new PartnerCenterEmulator();
        using var client = new HttpClient(emulator.CreateHandler()) { BaseAddress = new Uri("https://partner.example/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        return await client.GetStringAsync("v1/customers?size=1");
    }
}
