using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class InventoryTests
{
    private const string Path = "/v1/extensions/product/checkinventory?country=US";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_published_check_is_answered_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.SendAsync("POST", "/v1/extensions/product/checkInventory?country=us", ContractExample.Text("inventory-check-request"));
        Assert.Equal(200, answer.Status);
        JToken[] published = ContractExample.Read("inventory-check-response").OrderBy(item => (string)item["skuId"]!, System.StringComparer.Ordinal).ToArray();
        JToken[] answered = ((JArray)Answer.Parse(answer.Text)).OrderBy(item => (string)item["skuId"]!, System.StringComparer.Ordinal).ToArray();
        Assert.Empty(JsonDifference.Between(new JArray(published), new JArray(answered)));
    }

    [Fact]
    public async Task Items_that_are_not_in_the_catalog_are_left_out_without_a_word()
    {
        await using TestService service = await TestService.StartAsync();
        JArray items = await CheckAsync(service, Seeds.AzurePlanSubscription, ("NOTHING00000", null), ("DZH318Z0BQ36", "004G"), ("DZH318Z0BQ36", "9999"), ("DZH318Z1M803", "0001"));
        Assert.Equal("004G", (string?)Assert.Single(items)["skuId"]);
        Assert.Equal("[]", (await SendAsync(service, Seeds.AzurePlanSubscription, ("NOTHING00000", null))).Text);
    }

    [Fact]
    public async Task A_subscription_can_be_kept_out_of_a_region_and_out_of_the_other_scope()
    {
        await using TestService service = await TestService.StartAsync();
        JArray items = await CheckAsync(service, Seeds.AzurePlanSubscription, ("DZH318Z1B401", null), ("DZH318Z1B202", "0001"), ("DZH318Z1B203", "0005"));
        Assert.Equal(["0005", "0006"], items.Where(item => (string?)item["productId"] == "DZH318Z1B401" && (bool)item["isRestricted"]!).Select(item => (string)item["skuId"]!));
        Assert.Equal("brazilsouth", (string?)items[4]["restrictions"]![0]!["properties"]!["values"]);
        Assert.Equal("Subscription", (string?)items[6]["restrictions"]![0]!["properties"]!["type"]);
        Assert.Equal("japaneast", (string?)items[7]["restrictions"]![0]!["properties"]!["values"]);
        Assert.All(items, item => Assert.True(item["restrictions"]!.All(restriction => (string?)restriction["reasonCode"] == "NotAvailableForSubscription")));
        // The cart knows the same.
        string item = (string)(await service.GetAsync("/v1/products/DZH318Z1B401/skus/0005/availabilities?country=US")).Json["items"]![0]!["catalogItemId"]!;
        Assert.Equal("inventory_not_available", (string?)(await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Reservation(item: item)))).Lines[0]["error"]!["errorCode"]);
    }

    [Fact]
    public async Task Items_that_need_no_check_are_not_restricted_and_need_no_context()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync("POST", Path, "{\"targetItems\":[{\"productId\":\"CFQ7TTC0LH18\"}],\"inventoryContext\":{}}");
        Assert.Equal("[{\"productId\":\"CFQ7TTC0LH18\",\"skuId\":\"0001\",\"isRestricted\":false,\"restrictions\":[]}]", answer.Text);
    }

    [Theory]
    [InlineData("{\"targetItems\":[]}", 400, "800002")]
    [InlineData("{\"targetItems\":[{\"skuId\":\"0001\"}]}", 400, "800002")]
    [InlineData("{\"targetItems\":[{\"productId\":\"DZH318Z0BQ36\"}]}", 400, "3000")]
    [InlineData("{\"targetItems\":[{\"productId\":\"DZH318Z0BQ36\"}],\"inventoryContext\":{\"customerId\":\"11111111-1111-4111-8111-111111111111\",\"azureSubscriptionId\":\"x\",\"armRegionName\":\"x\"}}", 404, "60003")]
    [InlineData("{\"targetItems\":[{\"productId\":\"DZH318Z0BQ36\"}],\"inventoryContext\":{\"customerId\":\"" + Seeds.Contoso + "\",\"azureSubscriptionId\":\"x\",\"armRegionName\":\"x\"}}", 400, "800011")]
    [InlineData("{\"targetItems\":[{\"productId\":\"DZH318Z0BQ36\"}],\"inventoryContext\":{\"customerId\":\"" + Seeds.Contoso + "\",\"azureSubscriptionId\":\"" + Seeds.SuspendedSubscription + "\",\"armRegionName\":\"x\"}}", 400, "800012")]
    public async Task A_wrong_check_is_refused(string body, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync("POST", Path, body);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal("3000", (await service.SendAsync("POST", "/v1/extensions/product/checkinventory", body)).Code);
    }

    private static async Task<JArray> CheckAsync(TestService service, string subscription, params (string Product, string? Sku)[] items) =>
        (JArray)Answer.Parse((await SendAsync(service, subscription, items)).Text);

    private static Task<Answer> SendAsync(TestService service, string subscription, params (string Product, string? Sku)[] items) =>
        service.SendAsync("POST", Path, new JObject
        {
            ["targetItems"] = new JArray(items.Select(item => new JObject { ["productId"] = item.Product, ["skuId"] = item.Sku })),
            ["inventoryContext"] = new JObject { ["customerId"] = Seeds.Contoso, ["azureSubscriptionId"] = subscription, ["armRegionName"] = "eastus2" },
        });
}
