using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Operation, path and query of each read of the catalogue, from endpoints.md.</summary>
public class CatalogRequestTests
{
    private const string P = "DZH318Z0BQ3Q";
    private const string A = "DZH318XZXVNF";
    private const string Customer = $"/v1/customers/{Sample.CustomerId}";

    [Theory]
    [InlineData(null, null, "/v1/products?country=US&targetView=AzureReservationsVM")]
    [InlineData("Commercial", null, "/v1/products?country=US&targetView=AzureReservationsVM&targetSegment=commercial")]
    [InlineData("non-profit", "azureplan", "/v1/products?country=US&targetView=AzureReservationsVM&targetSegment=nonprofit&reservationScope=AzurePlan")]
    public Task Products_of_a_country(string? segment, string? scope, string path) =>
        Sends("products.list", path, c => c.Products.ByCountry(" us ").ByTargetView("azurereservationsvm").ByTargetSegment(segment).ByReservationScope(scope).GetAsync());

    [Theory]
    [InlineData(null, null, $"{Customer}/products?targetView=OnlineServices")]
    [InlineData("education", "AzurePlan", $"{Customer}/products?targetView=OnlineServices&targetSegment=education&reservationScope=AzurePlan")]
    public Task Products_of_a_customer(string? segment, string? scope, string path) =>
        Sends("customerProducts.list", path, c => Of(c).ByReservationScope(scope).ByTargetSegment(segment).ByTargetView("OnlineServices").GetAsync());

    [Fact]
    public Task A_product_of_a_country() =>
        Sends("products.get", $"/v1/products/{P}?country=US", c => c.Products.ByCountry("US").ById(P).GetAsync());

    [Fact]
    public Task A_product_of_a_country_in_a_reservation_scope() =>
        Sends("products.get", $"/v1/products/{P}?country=US&reservationScope=AzurePlan", c => c.Products.ByCountry("US").ById(P).ByReservationScope("AzurePlan").GetAsync());

    [Fact]
    public Task A_product_takes_no_segment() =>
        Sends("products.get", $"/v1/products/{P}?country=US", c => c.Products.ByCountry("US").ByTargetSegment("education").ById(P).GetAsync());

    [Fact]
    public Task A_product_of_a_customer() =>
        Sends("customerProducts.get", $"{Customer}/products/{P}", c => Of(c).ById(P).GetAsync());

    [Fact]
    public Task A_product_of_a_customer_in_a_reservation_scope() =>
        Sends("customerProducts.get", $"{Customer}/products/{P}?reservationScope=AzurePlan", c => Of(c).ByReservationScope("AzurePlan").ById(P).GetAsync());

    [Fact]
    public Task Skus_of_a_country() =>
        Sends("skus.list", $"/v1/products/{P}/skus?country=DE&targetSegment=government&reservationScope=AzurePlan",
            c => c.Products.ByCountry("DE").ById(P).Skus.ByTargetSegment("government").ByReservationScope("AzurePlan").GetAsync());

    [Fact]
    public Task Skus_of_a_customer() => Sends("customerSkus.list", $"{Customer}/products/{P}/skus", c => Of(c).ById(P).Skus.GetAsync());

    [Fact]
    public Task A_sku_of_a_country() =>
        Sends("skus.get", $"/v1/products/{P}/skus/00G1?country=DE", c => c.Products.ByCountry("DE").ById(P).Skus.ById("00G1").GetAsync());

    [Fact]
    public Task A_sku_of_a_country_in_a_reservation_scope() =>
        Sends("skus.get", $"/v1/products/{P}/skus/00G1?country=DE&reservationScope=AzurePlan", c => c.Products.ByCountry("DE").ById(P).Skus.ById("00G1").ByReservationScope("AzurePlan").GetAsync());

    [Fact]
    public Task A_sku_of_a_customer() => Sends("customerSkus.get", $"{Customer}/products/{P}/skus/0001", c => Of(c).ById(P).Skus.ById("0001").GetAsync());

    [Fact]
    public Task A_sku_with_a_legacy_id() =>
        Sends("skus.get", "/v1/products/9DEA7946-EC2C-441E-9FFD-E3B275F7E838/skus/MS-AZR-0145P?country=US",
            c => c.Products.ByCountry("US").ById("9DEA7946-EC2C-441E-9FFD-E3B275F7E838").Skus.ById("MS-AZR-0145P").GetAsync());

    [Fact]
    public Task Availabilities_of_a_country() =>
        Sends("availabilities.list", $"/v1/products/{P}/skus/0001/availabilities?country=US&targetSegment=nonprofit&reservationScope=AzurePlan",
            c => c.Products.ByCountry("US").ById(P).Skus.ById("0001").Availabilities.ByTargetSegment("nonprofit").ByReservationScope("AzurePlan").GetAsync());

    [Fact]
    public Task Availabilities_with_their_state() =>
        Sends("availabilities.list", $"/v1/products/{P}/skus/0001/availabilities?country=US&includeLifeCycleState=true",
            c => c.Products.ByCountry("US").ById(P).Skus.ById("0001").Availabilities.GetAsync(includeLifeCycleState: true));

    [Fact]
    public Task Availabilities_of_a_customer() =>
        Sends("customerAvailabilities.list", $"{Customer}/products/{P}/skus/0001/availabilities", c => Of(c).ById(P).Skus.ById("0001").Availabilities.GetAsync());

    [Fact]
    public Task An_availability_of_a_country() =>
        Sends("availabilities.get", $"/v1/products/{P}/skus/0001/availabilities/{A}?country=US",
            c => c.Products.ByCountry("US").ByReservationScope("AzurePlan").ById(P).Skus.ById("0001").Availabilities.ById(A).GetAsync());

    [Fact]
    public Task An_availability_of_a_customer() =>
        Sends("customerAvailabilities.get", $"{Customer}/products/{P}/skus/0001/availabilities/{A}", c => Of(c).ById(P).Skus.ById("0001").Availabilities.ById(A).GetAsync());

    [Fact]
    public Task Segment_and_scope_go_on_to_what_is_below() =>
        Sends("availabilities.list", $"/v1/products/{P}/skus/0001/availabilities?country=US&targetSegment=education&reservationScope=AzurePlan",
            c => c.Products.ByCountry("US").ByTargetSegment("education").ByReservationScope("AzurePlan").ById(P).Skus.ById("0001").Availabilities.GetAsync());

    [Fact]
    public async Task A_choice_leaves_what_it_was_made_from_as_it_was()
    {
        using var transport = new ScriptedTransport(CatalogPage.Last(), CatalogPage.Last());
        SkuCollectionOperations skus = new PartnerClient(transport).Products.ByCountry("US").ById(P).Skus;

        await skus.ByTargetSegment("education").GetAsync();
        await skus.GetAsync();

        Assert.Equal($"/v1/products/{P}/skus?country=US", transport.Requests[1].Path);
    }

    private static ProductCollectionOperations Of(PartnerClient client) => client.Customers.ById(Sample.CustomerId).Products;

    private static async Task Sends(string operation, string path, Func<PartnerClient, Task> call)
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"id":"a","items":[]}"""));

        await call(new PartnerClient(transport));

        PartnerRequest request = transport.Request;
        Assert.Equal((operation, "GET", path, RetryClass.Read), (request.Operation, request.Method, request.Path, request.RetryClass));
        Assert.Null(request.Body);
        Assert.True(request.NeedsToken);
        Assert.Empty(request.Headers);
        Assert.Null(request.WhenUnknown);
    }
}
