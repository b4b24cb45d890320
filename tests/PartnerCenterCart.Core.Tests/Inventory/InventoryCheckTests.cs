using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class InventoryCheckTests
{
    private const string Product = "DZH318Z0BQ3P";

    [Fact]
    public async Task Items_are_asked_for_by_a_post_that_changes_nothing()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/inventory-check-response.json"));
        var check = new InventoryCheckRequest
        {
            TargetItems = new() { new() { ProductId = Product }, new() { ProductId = Product, SkuId = "0039" } },
            InventoryContext = new() { ["customerId"] = Sample.CustomerId },
        };

        await Operations(transport).CheckInventoryAsync(check);

        PartnerRequest request = transport.Request;
        Assert.Equal(("inventory.check", "POST", "/v1/extensions/product/checkinventory?country=US", RetryClass.Read), (request.Operation, request.Method, request.Path, request.RetryClass));
        JsonComparison.Same(
            Fixture.Parse($$"""{"targetItems":[{"productId":"{{Product}}"},{"productId":"{{Product}}","skuId":"0039"}],"inventoryContext":{"customerId":"{{Sample.CustomerId}}"} }"""),
            Sample.Body(request));
    }

    [Fact]
    public async Task The_answer_is_a_bare_list()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/inventory-check-response.json"));

        var items = await Operations(transport).CheckInventoryAsync(Check(Product));

        Assert.Equal(new[] { "0039", "0038", "000S", "0011" }, items.Select(item => item.SkuId));
        Assert.Equal(new bool?[] { true, true, false, false }, items.Select(item => item.IsRestricted));
        Assert.All(items, item => Assert.Equal("US", item.Country));
        InventoryRestriction restriction = items[0].Restrictions!.Single();
        Assert.Equal(("NotAvailableForSubscription", "Location", "japanwest"), (restriction.ReasonCode, restriction.Properties!["type"], restriction.Properties["values"]));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("""[[],null,"x",{"productId":"a"}]""", 1)]
    [InlineData("\uFEFF[]", 0)]
    public async Task What_is_no_object_in_the_list_is_left_out(string body, int count)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        Assert.Equal(count, (await Operations(transport).CheckInventoryAsync(Check(Product))).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[{]")]
    public async Task An_answer_that_is_no_list_is_unreadable(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Operations(transport).CheckInventoryAsync(Check(Product)));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.StartsWith($"Checking the inventory of {Product} in US failed", failure.Summary);
    }

    [Fact]
    public async Task Keys_as_skus_name_them_are_sent_in_camelCase_and_the_request_stays_as_it_is()
    {
        using var transport = new ScriptedTransport(Answer.Json("[]"));
        var check = Check(" " + Product + " ");
        check.InventoryContext = new() { ["CustomerId"] = "c", ["ArmRegionName"] = "westus2" };

        await Operations(transport).CheckInventoryAsync(check);

        Assert.Equal(new[] { "customerId", "armRegionName" }, ((JObject)Sample.Body(transport.Request)["inventoryContext"]!).Properties().Select(member => member.Name));
        Assert.Equal(Product, (string?)Sample.Body(transport.Request)["targetItems"]![0]!["productId"]);
        Assert.Equal(new[] { "CustomerId", "ArmRegionName" }, check.InventoryContext.Keys);
        Assert.Equal(" " + Product + " ", check.TargetItems![0].ProductId);
    }

    [Fact]
    public async Task A_context_is_always_sent()
    {
        using var transport = new ScriptedTransport(Answer.Json("[]"));

        await Operations(transport).CheckInventoryAsync(Check(Product));

        Assert.IsType<JObject>(Sample.Body(transport.Request)["inventoryContext"]);
    }

    [Fact]
    public async Task Nothing_to_check_and_ids_that_cannot_be_are_refused_before_anything_is_sent()
    {
        using var transport = new ScriptedTransport();
        CountryProductExtensionOperations operations = Operations(transport);

        foreach (InventoryCheckRequest? check in new[] { null, new InventoryCheckRequest(), new() { TargetItems = new() }, new() { TargetItems = new() { null! } }, Check(""), Check("a:b") })
        {
            var refusal = await Assert.ThrowsAsync<PartnerException>(() => operations.CheckInventoryAsync(check!));
            Assert.Equal(PartnerErrorKind.InvalidInput, refusal.Kind);
        }

        Assert.Empty(transport.Requests);
    }

    [Fact]
    public void What_the_answer_leaves_out_is_told()
    {
        var check = new InventoryCheckRequest
        {
            TargetItems = new()
            {
                new() { ProductId = "one" }, new() { ProductId = "two" }, new() { ProductId = "three", SkuId = "0001" }, new() { ProductId = "three", SkuId = "0002" },
            },
        };

        var left = check.Unanswered(new[] { new InventoryItem { ProductId = "ONE", SkuId = "0007" }, new InventoryItem { ProductId = "three", SkuId = "0002" } });

        Assert.Equal(new[] { "two", "three:0001" }, left.Select(item => item.ToString()));
        Assert.Empty(new InventoryCheckRequest().Unanswered(left));
    }

    private static CountryProductExtensionOperations Operations(IPartnerTransport transport) => new PartnerClient(transport).Extensions.Product.ByCountry("us");

    private static InventoryCheckRequest Check(string productId) => new() { TargetItems = new() { new() { ProductId = productId } } };
}
