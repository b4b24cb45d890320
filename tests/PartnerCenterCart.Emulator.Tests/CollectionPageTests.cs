using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Collections that the service answers whole, split by the setting pageSize.</summary>
public class CollectionPageTests
{
    [Theory]
    [InlineData(Door.InProcess, "/v1/products?country=US&targetView=OnlineServices")]
    [InlineData(Door.Kestrel, "/v1/products?country=US&targetView=OnlineServices")]
    [InlineData(Door.InProcess, "/v1/products/CFQ7TTC1A105/skus?country=US")]
    [InlineData(Door.InProcess, "/v1/products/CFQ7TTC1A102/skus/0001/availabilities?country=US")]
    [InlineData(Door.InProcess, "/v1/customers/" + Seeds.Contoso + "/products?targetView=Software")]
    [InlineData(Door.InProcess, "/v1/customers/" + Seeds.Contoso + "/products/CFQ7TTC1A105/skus")]
    [InlineData(Door.InProcess, "/v1/customers/" + Seeds.Contoso + "/subscriptions")]
    [InlineData(Door.InProcess, "/v1/productpromotions?country=US&segment=commercial")]
    public async Task Every_whole_collection_can_be_split_into_pages(Door door, string path)
    {
        await using TestService service = await TestService.StartAsync(door);
        string[] whole = (await service.GetAsync(path)).Json["items"]!.Ids();
        await service.SendAsync("POST", "/_emulator/settings", new { pageSize = 2 });
        List<JObject> pages = await Pages.ReadAsync(service, path);
        Assert.Equal((whole.Length + 1) / 2, pages.Count);
        Assert.Equal(whole, pages.Items().Ids());
        Assert.Equal(path.Substring(3), (string?)pages[0]["links"]!["self"]!["uri"]);
        await service.SendAsync("POST", "/_emulator/settings", new { malformedLinks = true });
        List<JObject> odd = await Pages.ReadAsync(service, path);
        Assert.Equal(whole, odd.Items().Ids());
        Assert.Contains("?size=2&offset=2", (string)odd[0]["links"]!["next"]!["uri"]!, System.StringComparison.Ordinal);
        Assert.StartsWith("/v1//", (string)odd[0]["links"]!["next"]!["uri"]!, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_and_agreements_are_split_too()
    {
        await using TestService service = await TestService.StartAsync();
        for (int index = 0; index < 3; index++)
        {
            Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual()));
            await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        }

        await service.SendAsync("POST", "/_emulator/settings", new { pageSize = 1, orderListLagSeconds = 0 });
        List<JObject> pages = await Pages.ReadAsync(service, $"/v1/customers/{Seeds.Contoso}/orders?include_price=true");
        Assert.Equal(3, pages.Count);
        Assert.All(pages.Items(), order => Assert.NotNull(order["totalPrice"]));
        Assert.Equal(2, (await Pages.ReadAsync(service, $"/v1/customers/{Seeds.Contoso}/agreements?agreementType=*")).Count);
    }

    [Fact]
    public async Task Page_two_can_fail()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { pageSize = 5 });
        List<JObject> first = await Pages.ReadAsync(service, "/v1/products?country=US&targetView=OnlineServices", most: 1);
        await service.SetFaultAsync(new { operation = "products.list", status = 503 });
        Assert.Equal(503, (await service.GetAsync("/v1" + first[0]["links"]!["next"]!["uri"])).Status);
        Assert.Equal(200, (await service.GetAsync("/v1" + first[0]["links"]!["next"]!["uri"])).Status);
    }

    [Fact]
    public async Task A_view_can_be_filled_with_ten_thousand_products()
    {
        await using TestService service = await TestService.StartAsync();
        int own = (await service.GetAsync("/v1/products?country=US&targetView=OnlineServices")).Json["items"]!.Count();
        await service.SendAsync("POST", "/_emulator/settings", new { generatedProducts = new { onlineservices = 10_000 }, pageSize = 1000 });
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/products?country=US&targetView=OnlineServices");
        string[] ids = pages.Items().Ids();
        Assert.Equal(10_000 + own, ids.Distinct().Count());
        JToken item = (await service.GetAsync($"/v1/products/{ids[^1]}/skus/0001/availabilities?country=US")).Json["items"]![0]!;
        Assert.Null((await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat((string)item["catalogItemId"]!)))).Lines[0]["error"]);
        await service.SendAsync("POST", "/_emulator/settings", new { generatedProducts = new { OnlineServices = 5 } });
        Assert.Equal("400013", (await service.GetAsync($"/v1/products/{ids[^1]}?country=US")).Code);
    }

    [Theory]
    [InlineData("Azure")]
    [InlineData("Software")]
    [InlineData("MarketplaceSaaS")]
    [InlineData("SpecializedOffers")]
    public async Task Numbered_products_of_every_view_can_be_bought(string view)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", $"{{\"generatedProducts\":{{\"{view}\":3}}}}");
        JToken last = (await service.GetAsync($"/v1/customers/{Seeds.Fabrikam}/products?targetView={view}")).Json["items"]!.Last!;
        Assert.Equal("Numbered product 000003", (string?)last["title"]);
        JToken item = (await service.GetAsync($"/v1/customers/{Seeds.Fabrikam}/products/{last["id"]}/skus/0001/availabilities")).Json["items"]![0]!;
        JToken? term = item["terms"]?[0];
        var line = new JObject { ["catalogItemId"] = item["catalogItemId"], ["quantity"] = 1, ["billingCycle"] = term?["billingCycle"] ?? "one_time", ["termDuration"] = term?["duration"] };
        Assert.Null((await service.CreateCartAsync(Seeds.Fabrikam, Lines.Cart(line))).Lines[0]["error"]);
    }
}
