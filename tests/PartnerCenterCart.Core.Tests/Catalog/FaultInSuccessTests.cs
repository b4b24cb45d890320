using System;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>200 with a code in the body is no success (contract: behaviours.md, section 10).</summary>
public class FaultInSuccessTests
{
    private const string Gone = """{"code":"400072","description":"The item is not available."}""";

    [Theory]
    [InlineData(Gone)]
    [InlineData("""{"code":400072,"description":"The item is not available."}""")]
    [InlineData("""{"Code":"400072","Description":"The item is not available.","data":[],"source":"PartnerCenter"}""")]
    [InlineData("\uFEFF" + Gone)]
    public async Task An_availability_that_is_gone_was_not_found(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Availability(transport).GetAsync());

        Assert.Equal((PartnerErrorKind.NotFound, 200, "400072", "The item is not available."), (failure.Kind, failure.StatusCode, failure.ServiceCode, failure.ServiceDescription));
        Assert.Equal(("availabilities.get", transport.Request.ToString(), transport.Request.RequestId.ToString()), (failure.Operation, failure.Request, failure.RequestId));
        Assert.StartsWith("Reading availability CFQ7TTC0K971 of SKU 0001 of product CFQ7TTC0LH18 in US failed. The service answered 200 with the code 400072; it said: The item is not available. (", failure.Summary);
        Assert.Contains(transport.Request.Context.CorrelationId.ToString(), failure.Summary);
        Assert.NotNull(failure.RecommendedAction);
    }

    [Fact]
    public async Task A_list_of_what_is_gone_is_no_empty_list()
    {
        using var transport = new ScriptedTransport(Answer.Json(Gone), Answer.Json(Gone), Answer.Json(Gone), Answer.Json(Gone), Answer.Json(Gone), Answer.Json(Gone));
        var client = new PartnerClient(transport);
        ProductCollectionOperations products = client.Customers.ById(Sample.CustomerId).Products;

        await NotFound(() => products.ByTargetView("Azure").GetAsync());
        await NotFound(() => products.ById("a").Skus.GetAsync());
        await NotFound(() => products.ById("a").Skus.ById("0001").Availabilities.GetAsync());
        await NotFound(() => client.ProductPromotions.ByCountry("US").GetAsync());
        await NotFound(() => client.ProductPromotions.ByCountry("US").ById("a").GetAsync());
        await NotFound(() => client.Extensions.Product.ByCountry("US").CheckInventoryAsync(new InventoryCheckRequest { TargetItems = new() { new() { ProductId = "a" } } }));
    }

    [Fact]
    public async Task A_page_that_fails_this_way_leaves_the_earlier_ones()
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/products?page=2", "1"), Answer.Json(Gone));

        Page<Product> first = await new PartnerClient(transport).Products.ByCountry("US").ByTargetView("Azure").GetAsync();

        Assert.Single(first.Items);
        await NotFound(() => first.NextAsync());
    }

    [Fact]
    public async Task Any_other_code_is_a_refusal()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"code":"2100","description":"Not an offer"}"""));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Availability(transport).GetAsync());

        Assert.Equal((PartnerErrorKind.BadRequest, "2100"), (failure.Kind, failure.ServiceCode));
    }

    [Theory]
    [InlineData("""{"id":"a","code":"400072"}""")]
    [InlineData("""{"id":"a","code":null}""")]
    [InlineData("""{"id":"a","defaultCurrency":{"code":"USD"}}""")]
    public async Task A_resource_that_happens_to_have_a_code_is_a_resource(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        Assert.Equal("a", (await Availability(transport).GetAsync()).Id);
    }

    [Fact]
    public async Task A_real_404_stays_what_it_is()
    {
        using var transport = new ScriptedTransport(Answer.Of(404, """{"code":"400019","description":"Read again."}""", "Not Found"));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Availability(transport).GetAsync());

        Assert.Equal((PartnerErrorKind.NotFound, 404, "400019"), (failure.Kind, failure.StatusCode, failure.ServiceCode));
    }

    private static AvailabilityOperations Availability(IPartnerTransport transport) =>
        new PartnerClient(transport).Products.ByCountry("us").ById("CFQ7TTC0LH18").Skus.ById("0001").Availabilities.ById("CFQ7TTC0K971");

    private static async Task NotFound(Func<Task> call) =>
        Assert.Equal((PartnerErrorKind.NotFound, "400072"), await Assert.ThrowsAsync<PartnerException>(call) is var failure ? (failure.Kind, failure.ServiceCode) : default);
}
