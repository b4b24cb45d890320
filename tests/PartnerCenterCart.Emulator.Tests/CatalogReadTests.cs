using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Products, SKUs and availabilities, by country and by customer.</summary>
public class CatalogReadTests
{
    private static readonly string[] Views =
    [
        "Azure", "AzureReservations", "AzureReservationsVM", "AzureReservationsSQL", "AzureReservationsCosmosDb", "MicrosoftAzure", "OnlineServices",
        "Software", "SoftwareSUSELinux", "SoftwarePerpetual", "SoftwareSubscriptions", "SpecializedOffers", "MarketplaceSaaS",
    ];

    [Theory]
    [InlineData(Door.InProcess, "/v1")]
    [InlineData(Door.Kestrel, "/v1")]
    [InlineData(Door.InProcess, "/v1/customers/" + Seeds.Contoso)]
    [InlineData(Door.Kestrel, "/v1/customers/" + Seeds.Contoso)]
    public async Task Every_product_leads_to_a_sku_and_to_something_to_buy(Door door, string root)
    {
        await using TestService service = await TestService.StartAsync(door);
        string country = root == "/v1" ? "country=US&" : string.Empty;
        var products = new HashSet<string>();
        foreach (string view in Views)
        {
            JToken items = (await service.GetAsync($"{root}/products?{country}targetView={view}")).Json["items"]!;
            Assert.NotEmpty(items);
            products.UnionWith(items.Ids());
        }

        Assert.True(products.Count >= 40, products.Count + " products");
        foreach (string product in products)
        {
            Assert.Equal(product, (await service.GetAsync($"{root}/products/{product}?{country}")).Id);
            JToken[] skus = (await service.GetAsync($"{root}/products/{product}/skus?{country}")).Json["items"]!.ToArray();
            Assert.NotEmpty(skus);
            string sku = (string)skus[0]["id"]!;
            Assert.Equal(sku, (await service.GetAsync($"{root}/products/{product}/skus/{sku}?{country}")).Id);
            JToken availability = (await service.GetAsync($"{root}/products/{product}/skus/{sku}/availabilities?{country}")).Json["items"]![0]!;
            if ((bool)availability["isPurchasable"]!)
            {
                Answer single = await service.GetAsync($"{root}/products/{product}/skus/{sku}/availabilities/{availability["id"]}?{country}");
                Assert.Equal((string?)availability["catalogItemId"], (string?)single.Json["catalogItemId"]);
                Assert.Equal((product, sku), ((string?)single.Json["product"]!["id"], (string?)single.Json["sku"]!["id"]));
            }
        }
    }

    [Theory]
    [InlineData("/v1/products?targetView=Azure", 400, "3000")]
    [InlineData("/v1/products?country=US", 400, "3000")]
    [InlineData("/v1/products?country=ZZ&targetView=Azure", 400, "3000")]
    [InlineData("/v1/products?country=USA&targetView=Azure", 400, "3000")]
    [InlineData("/v1/products?country=US&targetView=Azures", 403, "400036")]
    [InlineData("/v1/products?country=US&targetView=Azure&targetSegment=private", 403, "400030")]
    [InlineData("/v1/products?country=US&targetView=Azure&reservationScope=All", 400, "3000")]
    [InlineData("/v1/products/NOTHING00000?country=US", 404, "400013")]
    [InlineData("/v1/products/NOTHING00000/skus/0001?country=US", 404, "400013")]
    [InlineData("/v1/products/CFQ7TTC0LH18/skus/1?country=US", 404, "400018")]
    [InlineData("/v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0K972?country=US", 404, "400019")]
    [InlineData("/v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0K971", 400, "3000")]
    [InlineData("/v1/products/DZH318Z1M803?country=US", 404, "400013")]
    [InlineData("/v1/products/LEGACYOFFR01?country=US", 404, "400013")]
    [InlineData("/v1/customers/" + Seeds.Contoso + "/products", 400, "3000")]
    [InlineData("/v1/customers/" + Seeds.Contoso + "/products?targetView=Azures", 403, "400036")]
    [InlineData("/v1/customers/" + Seeds.Contoso + "/products?targetView=Azure&targetSegment=education", 403, "400030")]
    public async Task Bad_questions_get_the_documented_code(string path, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync(path);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_item_no_longer_available_is_a_success_with_a_failure_inside()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        string[] ids = Seeds.Closed.Split(':');
        string list = $"/v1/products/{ids[0]}/skus/{ids[1]}/availabilities";
        Assert.False((bool)(await service.GetAsync(list + "?country=US")).Json["items"]![0]!["isPurchasable"]!);
        Answer answer = await service.GetAsync($"{list}/{ids[2]}?country=US");
        Assert.Equal((200, "400072"), (answer.Status, answer.Code));
        Assert.Equal("catalog_item_id_is_not_valid", (string?)(await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.Closed)))).Lines[0]["error"]!["errorCode"]);
    }

    [Fact]
    public async Task Nonprofit_shows_only_when_asked_for()
    {
        await using TestService service = await TestService.StartAsync();
        const string List = "/v1/products/CFQ7TTC0LFLZ/skus/0002/availabilities?country=US";
        Assert.Equal(["commercial", "education", "government"], await SegmentsAsync(service, List));
        Assert.Equal(["nonprofit"], await SegmentsAsync(service, List + "&targetSegment=Nonprofit"));
        // Single reads find everything that has an id.
        Assert.Equal("nonprofit", (string?)(await service.GetAsync("/v1/products/CFQ7TTC0LFLZ/skus/0002/availabilities/CFQ7TTC0K4TN?country=US")).Json["segment"]);
        Assert.DoesNotContain("CFQ7TTC1A112", (await service.GetAsync("/v1/products?country=US&targetView=OnlineServices&targetSegment=commercial")).Json["items"]!.Ids());
    }

    [Theory]
    [InlineData(1, "commercial")]
    [InlineData(7, "education")]
    [InlineData(8, "government")]
    [InlineData(9, "nonprofit")]
    public async Task A_customer_sees_the_seats_of_the_own_segment_and_all_the_rest(int customer, string segment)
    {
        await using TestService service = await TestService.StartAsync();
        string root = "/v1/customers/" + Seeds.Customer(customer);
        JToken[] e5 = (await service.GetAsync(root + "/products/CFQ7TTC0LFLZ/skus/0002/availabilities")).Json["items"]!.ToArray();
        JToken found = Assert.Single(e5);
        Assert.Equal(segment, (string?)found["segment"]);
        Assert.Single(found["terms"]!, term => (string?)term["duration"] == "P1Y" && (string?)term["billingCycle"] == "Monthly");
        Assert.NotNull(found["product"]);
        Assert.NotNull(found["sku"]);
        Assert.NotEmpty((await service.GetAsync(root + "/products?targetView=MarketplaceSaaS")).Json["items"]!);
        Assert.All((await service.GetAsync(root + "/products?targetView=OnlineServices")).Json["items"]!.Ids().Take(5), id => Assert.NotNull(id));
    }

    [Theory]
    [InlineData(Seeds.Contoso)]
    [InlineData(Seeds.Fabrikam)]
    [InlineData(Seeds.Northwind)]
    public async Task One_title_of_the_customers_catalog_starts_with_Microsoft_365_E5(string customer)
    {
        await using TestService service = await TestService.StartAsync();
        JToken items = (await service.GetAsync($"/v1/customers/{customer}/products?targetView=OnlineServices")).Json["items"]!;
        Assert.Single(items, product => ((string)product["title"]!).StartsWith("Microsoft 365 E5", StringComparison.OrdinalIgnoreCase));
        Assert.True(items.Count(product => ((string)product["title"]!).StartsWith("Microsoft 365 Business", StringComparison.OrdinalIgnoreCase)) > 1);
    }

    [Theory]
    [InlineData("US", "USD", "$")]
    [InlineData("DE", "EUR", "€")]
    [InlineData("gb", "GBP", "£")]
    public async Task Every_country_has_its_own_currency_and_availability_ids(string country, string code, string symbol)
    {
        await using TestService service = await TestService.StartAsync();
        JToken item = (await service.GetAsync($"/v1/products/CFQ7TTC0LFLZ/skus/0002/availabilities?country={country}&targetSegment=commercial")).Json["items"]![0]!;
        Assert.Equal((code, symbol), ((string?)item["defaultCurrency"]!["code"], (string?)item["defaultCurrency"]!["symbol"]));
        Assert.Equal(country.ToUpperInvariant(), (string?)item["country"]);
        Assert.Equal(country == "US", (string?)item["id"] == "CFQ7TTC0K4TS");
    }

    [Fact]
    public async Task The_id_of_one_country_is_unknown_in_another()
    {
        await using TestService service = await TestService.StartAsync();
        string german = (string)(await service.GetAsync("/v1/products/CFQ7TTC1A101/skus/0001/availabilities?country=DE")).Json["items"]![0]!["catalogItemId"]!;
        Assert.Equal("400019", (await service.GetAsync($"/v1/products/CFQ7TTC1A101/skus/0001/availabilities/{german.Split(':')[2]}?country=US")).Code);
        Assert.Null((await service.CreateCartAsync(Seeds.Fabrikam, Lines.Cart(Lines.Seat(german)))).Lines[0]["error"]);
        Assert.Equal("catalog_item_id_is_not_valid", (string?)(await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(german)))).Lines[0]["error"]!["errorCode"]);
    }

    [Fact]
    public async Task The_reservation_scope_chooses_the_reservations()
    {
        await using TestService service = await TestService.StartAsync();
        const string List = "/v1/products?country=US&targetView=AzureReservationsVM";
        string[] legacy = (await service.GetAsync(List)).Json["items"]!.Ids();
        string[] plan = (await service.GetAsync(List + "&reservationScope=azureplan")).Json["items"]!.Ids();
        Assert.Contains("DZH318Z1B202", legacy);
        Assert.DoesNotContain("DZH318Z1B202", plan);
        Assert.Contains("DZH318Z1B201", plan);
        Assert.DoesNotContain("DZH318Z1B201", legacy);
        Assert.Contains("DZH318Z0BQ3Q", legacy.Intersect(plan));
        Assert.Equal("400013", (await service.GetAsync("/v1/products/DZH318Z1B201?country=US")).Code);
        Assert.Equal(200, (await service.GetAsync("/v1/products/DZH318Z1B201?country=US&reservationScope=AzurePlan")).Status);
    }

    [Fact]
    public async Task A_reservation_of_one_scope_is_not_for_the_other_kind_of_subscription()
    {
        await using TestService service = await TestService.StartAsync();
        string item = await ItemAsync(service, "/v1/products/DZH318Z1B202/skus/0001/availabilities?country=US");
        Answer refused = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Reservation(Seeds.AzurePlanSubscription, item)));
        Assert.Equal("subscription_is_not_valid", (string?)refused.Lines[0]["error"]!["errorCode"]);
        string planItem = await ItemAsync(service, "/v1/products/DZH318Z1B201/skus/0001/availabilities?country=US&reservationScope=AzurePlan");
        Assert.Null((await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Reservation(Seeds.AzurePlanSubscription, planItem)))).Lines[0]["error"]);
    }

    [Fact]
    public async Task A_savings_plan_shows_only_to_a_customer_with_an_azure_plan()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal("400013", (await service.GetAsync("/v1/products/DZH318Z09V6F?country=US")).Code);
        Assert.Equal("400013", (await service.GetAsync($"/v1/customers/{Seeds.Locked}/products/DZH318Z09V6F/skus")).Code);
        JToken sku = (await service.GetAsync($"/v1/customers/{Seeds.Fabrikam}/products/DZH318Z09V6F/skus")).Json["items"]![0]!;
        Assert.Equal("EUR", (string?)sku["minimumPurchaseCommitment"]!["currencyCode"]!["code"]);
    }

    [Fact]
    public async Task Skus_tell_what_a_line_needs()
    {
        await using TestService service = await TestService.StartAsync();
        JToken attested = (await service.GetAsync("/v1/products/CFQ7TTC0J203/skus/0001?country=US")).Json;
        Assert.True((bool)attested["attestationProperties"]!["enforceAttestation"]!);
        Assert.Equal("Windows365", (string?)attested["attestationProperties"]!["attestationType"]);
        JToken addOn = (await service.GetAsync("/v1/products/CFQ7TTC1A108/skus/0002?country=US")).Json;
        Assert.Equal(["CFQ7TTC1A108:0001"], addOn["dynamicAttributes"]!["prerequisiteSkus"]!.Values<string>());
        JToken trial = (await service.GetAsync("/v1/products/CFQ7TTC1A101/skus/0002?country=US")).Json;
        Assert.True((bool)trial["isTrial"]!);
        Assert.Equal(["none"], trial["supportedBillingCycles"]!.Values<string>());
        Assert.NotNull((await service.GetAsync("/v1/products/DZH318Z1X901/skus/0001?country=US")).Json["specializedOfferProperties"]!["pricingPolicies"]);
    }

    [Fact]
    public async Task Catalog_answers_can_have_members_and_values_of_tomorrow()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SetFaultAsync(new { operation = "skus.get", unknownMembers = true, unknownEnumValues = true, numbersAsText = true, pascalCase = true });
        JObject sku = (await service.GetAsync("/v1/products/CFQ7TTC0LH18/skus/0001?country=US")).Json;
        Assert.NotNull(sku["AddedTomorrow"]);
        Assert.Contains("added_tomorrow", sku["SupportedBillingCycles"]!.Values<string>());
        Assert.Equal(JTokenType.String, sku["MaximumQuantity"]!.Type);
    }

    [Fact]
    public async Task The_language_that_was_asked_for_comes_back()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        service.Client.DefaultRequestHeaders.Add("X-Locale", "de-DE");
        Assert.Equal("de-DE", (await service.GetAsync("/v1/products?country=DE&targetView=Software")).Header("X-Locale"));
    }

    [Theory]
    [InlineData("US", Seeds.Contoso)]
    [InlineData("DE", Seeds.Fabrikam)]
    [InlineData("GB", Seeds.Northwind)]
    public async Task Every_item_of_the_catalog_can_be_put_in_a_cart_of_its_country(string country, string customer)
    {
        await using TestService service = await TestService.StartAsync();
        JToken[] items = (await service.GetAsync("/_emulator/catalog?country=" + country)).Json["items"]!.ToArray();
        Assert.Equal(items.Length, items.Select(item => (string)item["catalogItemId"]!).Distinct().Count());
        string[] notSold = [Seeds.Closed.Split(':')[0], Seeds.WithdrawnOffer];
        foreach (JToken item in items.Where(item => (string?)item["family"] != "savingsPlan" && !notSold.Contains(((string)item["catalogItemId"]!).Split(':')[0])))
        {
            JToken term = item["terms"]![0]!;
            var line = new JObject { ["catalogItemId"] = item["catalogItemId"], ["quantity"] = Math.Max(1, (int)item["minimumQuantity"]!), ["billingCycle"] = term["billingCycle"], ["termDuration"] = term["duration"] };
            Answer cart = await service.CreateCartAsync(customer, Lines.Cart(line));
            Assert.Equal(201, cart.Status);
            string? error = (string?)cart.Lines[0]["error"]?["errorCode"];
            Assert.True(error is not ("catalog_item_id_is_not_valid" or "billing_plan_not_supported"), item["catalogItemId"] + " " + error);
        }
    }

    private static async Task<string> ItemAsync(TestService service, string path) => (string)(await service.GetAsync(path)).Json["items"]![0]!["catalogItemId"]!;

    private static async Task<string[]> SegmentsAsync(TestService service, string path) => (await service.GetAsync(path)).Json["items"]!.Select(item => (string)item["segment"]!).ToArray();
}
