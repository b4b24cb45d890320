using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What the call knows and the service does not say, so that products pipe into SKUs into availabilities.</summary>
public class CatalogContextTests
{
    [Fact]
    public async Task Products_of_a_country_know_what_was_asked()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/products-list-response-azure-reservations.json"), Answer.Fixture("contract/product-get-response-new-commerce.json"));
        ProductCollectionOperations products = new PartnerClient(transport).Products.ByCountry("us").ByTargetSegment("Commercial").ByReservationScope("azurePlan");

        Product listed = (await products.ByTargetView("Azure").GetAsync()).Items.Single();
        Product read = await products.ById("CFQ7TTC0LH18").GetAsync();

        Assert.Equal(("DZH318Z0BQ3Q", "US", null, "commercial", "AzurePlan"), (listed.ProductId, listed.Country, listed.CustomerId, listed.Segment, listed.ReservationScope));
        Assert.Equal(("CFQ7TTC0LH18", "US", null, "commercial", "AzurePlan"), (read.ProductId, read.Country, read.CustomerId, read.Segment, read.ReservationScope));
    }

    [Fact]
    public async Task Skus_of_a_customer_know_what_was_asked()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/skus-list-response-savings-plan.json"), Answer.Json("""{"id":"0001"}"""));
        SkuCollectionOperations skus = new PartnerClient(transport).Customers.ById(Sample.CustomerId).Products.ById("DZH318Z09V6F").Skus;

        Page<Sku> page = await skus.GetAsync();
        Sku read = await skus.ByTargetSegment("education").ById("0001").GetAsync();

        Assert.Equal(new[] { "0001", "0002" }, page.Items.Select(sku => sku.SkuId));
        Assert.All(page.Items, sku => Assert.Equal(("DZH318Z09V6F", null, Sample.CustomerId, null), (sku.ProductId, sku.Country, sku.CustomerId, sku.Segment)));
        Assert.Equal(("DZH318Z09V6F", "0001", Sample.CustomerId, "education"), (read.ProductId, read.SkuId, read.CustomerId, read.Segment));
    }

    [Fact]
    public async Task Availabilities_and_what_is_inside_know_what_was_asked()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-availabilities-list-response-savings-plan.json"));

        Availability availability = (await new PartnerClient(transport).Customers.ById(Sample.CustomerId).Products
            .ById("DZH318Z09V6F").Skus.ById("0001").Availabilities.ByReservationScope("AzurePlan").GetAsync()).Items.Single();

        Assert.Equal(("DZH318Z0BLD3", "DZH318Z09V6F", "0001"), (availability.AvailabilityId, availability.ProductId, availability.SkuId));
        Assert.Equal(("US", "commercial", Sample.CustomerId, "AzurePlan"), (availability.Country, availability.Segment, availability.CustomerId, availability.ReservationScope));
        Assert.Equal(("DZH318Z09V6F", Sample.CustomerId), (availability.Product!.ProductId, availability.Product.CustomerId));
        Assert.Equal(("0001", Sample.CustomerId, "AzurePlan"), (availability.Sku!.SkuId, availability.Sku.CustomerId, availability.Sku.ReservationScope));
        Assert.Equal(0.001m, availability.Sku.MinimumPurchaseCommitment!.Amount);
    }

    [Fact]
    public async Task What_the_service_leaves_out_is_filled_from_the_path_and_what_it_says_is_kept()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"id":"a"}"""), Answer.Json("""{"id":"a","productId":"P","skuId":"S","country":"GB","segment":"education"}"""));
        AvailabilityCollectionOperations availabilities = new PartnerClient(transport).Products.ByCountry("US").ByTargetSegment("commercial").ById("prod").Skus.ById("0001").Availabilities;

        Availability bare = await availabilities.ById("a").GetAsync();
        Availability full = await availabilities.ById("a").GetAsync();

        Assert.Equal(("prod", "0001", "US", null), (bare.ProductId, bare.SkuId, bare.Country, bare.Segment));
        Assert.Equal(("P", "S", "GB", "education"), (full.ProductId, full.SkuId, full.Country, full.Segment));
    }

    [Fact]
    public async Task A_client_for_one_action_reads_the_catalogue_under_its_correlation_id()
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/products?page=2", "1"), CatalogPage.Last("2"), Answer.Json("""{"id":"a"}"""));
        var context = new RequestContext();
        PartnerClient client = new PartnerClient(transport).With(context);

        Page<Product> first = await client.Products.ByCountry("US").ByTargetView("Azure").GetAsync();
        await first.NextAsync();
        await client.Customers.ById(Sample.CustomerId).Products.ById("a").GetAsync();

        Assert.All(transport.Requests, request => Assert.Same(context, request.Context));
    }

    [Fact]
    public void Closing_a_client_closes_its_transport_once_whatever_was_read()
    {
        var transport = new ScriptedTransport();
        var client = new PartnerClient(transport);
        client.Products.ByCountry("US");

        client.Dispose();

        Assert.True(transport.IsDisposed);
    }
}
