using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class CatalogTests
{
    private static readonly Regex CatalogItemId = new("(?:catalogItemId|offerId)\"\\s*:\\s*\"(?<id>[^\"]+)\"", RegexOptions.IgnoreCase);
    private static readonly Regex CustomerId = new("(?:/customers/|(?:referenceCustomerId|customerId)\"\\s*:\\s*\")(?<id>[0-9a-f]{8}-[0-9a-f-]{27})", RegexOptions.IgnoreCase);

    [Fact]
    public async Task Every_item_that_the_published_carts_and_orders_name_can_be_found()
    {
        await using TestService service = await TestService.StartAsync();
        var known = new HashSet<string>((await service.GetAsync("/_emulator/catalog")).Json["items"]!.Select(item => (string)item["catalogItemId"]!), StringComparer.OrdinalIgnoreCase);
        Assert.All(Named(CatalogItemId, "cart-*", "order*", "availabilit*", "customer-availabilit*", "subscription*", "promotion-eligibility-request*"), id => Assert.Contains(id, known));
    }

    [Fact]
    public async Task Every_customer_that_the_published_carts_and_orders_name_can_be_sold_to()
    {
        await using TestService service = await TestService.StartAsync();
        var known = new HashSet<string>((await service.GetAsync("/_emulator/customers")).Json["items"]!.Select(item => (string)item["id"]!), StringComparer.OrdinalIgnoreCase);
        Assert.All(Named(CustomerId, "cart-*", "order*", "subscription*", "inventory*", "customer*"), id => Assert.Contains(id, known));
    }

    [Fact]
    public async Task Every_priced_term_has_a_price_in_three_currencies()
    {
        await using TestService service = await TestService.StartAsync();
        JToken items = (await service.GetAsync("/_emulator/catalog")).Json["items"]!;
        JToken[] prices = items.SelectMany(item => item["terms"]!).Select(term => term["prices"]).OfType<JObject>().ToArray();
        Assert.NotEmpty(prices);
        Assert.All(prices, price => Assert.Equal(["USD", "EUR", "GBP"], ((JObject)price).Properties().Select(currency => currency.Name)));
    }

    [Fact]
    public void Every_error_code_of_the_contract_is_in_the_table_once()
    {
        string[] codes = PartnerCenterCart.Emulation.ErrorTable.All.Select(entry => entry.Code).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.True(codes.Length > 170);
    }

    private static string[] Named(Regex pattern, params string[] files) =>
        files.SelectMany(file => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "contract"), file + ".json"))
            .SelectMany(file => pattern.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["id"].Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
}
