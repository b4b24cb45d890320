using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Reads what the published answers show, and names every way in which the answers differ from them.</summary>
public class CatalogExampleTests
{
    private const string CatalogCustomer = "/v1/customers/e2a0c0f3-0f74-4d1c-808c-dfa511481913";
    private const string SavingsCustomer = "/v1/customers/6f4ce4d8-f42e-45e0-8661-92ad6ac9d003";

    // Published reservations predate these members, or leave empty ones out.
    private static readonly string[] NewerInReservations = ["+inventoryVariables", "+actions", "+dynamicAttributes.termDuration", "+dynamicAttributes.isMicrosoftProduct"];

    [Theory]
    [InlineData(Door.InProcess, "product-get-response-new-commerce", "/v1/products/CFQ7TTC0LH18?country=US")]
    [InlineData(Door.Kestrel, "product-get-response-new-commerce", "/v1/products/CFQ7TTC0LH18?country=US")]
    [InlineData(Door.InProcess, "product-get-response-reservation", "/v1/products/DZH318Z0BQ3Q?country=US")]
    [InlineData(Door.InProcess, "customer-product-on-skus-page", CatalogCustomer + "/products/DZH318Z0BPS6")]
    [InlineData(Door.InProcess, "sku-get-response-new-commerce", "/v1/products/CFQ7TTC0LH18/skus/0001?country=US")]
    [InlineData(Door.Kestrel, "sku-get-response-new-commerce", "/v1/products/CFQ7TTC0LH18/skus/0001?country=US")]
    [InlineData(Door.InProcess, "promotion-get-response-with-constraints", "/v1/productpromotions/39NFJQT1SNC7:0001:39NFJQT1Q5KM?country=US")]
    [InlineData(Door.InProcess, "sku-get-response-savings-plan", SavingsCustomer + "/products/DZH318Z09V6F/skus/0001")]
    [InlineData(Door.InProcess, "customer-validation-status-response-allowed", "/v1/customers/" + Seeds.Contoso + "/validationStatus?type=account")]
    [InlineData(Door.InProcess, "customer-validation-status-response-unknown", "/v1/customers/c1000000-0000-4000-8000-000000000012/validationStatus?type=account")]
    public async Task A_single_read_answers_as_published(Door door, string published, string path)
    {
        await using TestService service = await TestService.StartAsync(door);
        AssertDifferences(ContractExample.Read(published), (await service.GetAsync(path)).Json, []);
    }

    [Fact]
    public async Task A_product_list_answers_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync("/v1/products?country=US&targetView=Azure")).Json;
        JToken published = ContractExample.Read("products-list-response-azure-reservations");
        // The published list is cut after its first entry.
        AssertDifferences(published["items"]![0]!, answered["items"]!.Single(item => (string?)item["id"] == "DZH318Z0BQ3Q"), []);
        AssertDifferences(published, answered, ["~totalCount", "~items"]);
    }

    [Fact]
    public async Task Reservation_skus_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync("/v1/products/DZH318Z0BQ5S/skus?country=US")).Json;
        JObject published = (JObject)ContractExample.Read("skus-list-response-reservations");
        ((JArray)published["items"]!).Last!.Remove();
        AssertDifferences(published, answered, ["~totalCount", .. new[] { 0, 1 }.SelectMany(index => NewerInReservations.Select(name => $"+items[{index}].{name[1..]}"))]);
    }

    [Fact]
    public async Task Savings_plan_skus_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync(SavingsCustomer + "/products/DZH318Z09V6F/skus")).Json;
        // The published three-year SKU has the term "PY", and the list is by country.
        AssertDifferences(ContractExample.Read("skus-list-response-savings-plan"), answered, ["~items[1].dynamicAttributes.termDuration", "~links.self.uri"]);
    }

    [Fact]
    public async Task Azure_skus_of_a_customer_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JToken published = ContractExample.Read("customer-skus-collection-on-products-page")["items"]!;
        JToken legacy = (await service.GetAsync(CatalogCustomer + "/products/9DEA7946-EC2C-441E-9FFD-E3B275F7E838/skus?targetSegment=Commercial")).Json["items"]![0]!;
        // The segment comes back in the one spelling that the emulator knows.
        AssertDifferences(published[0]!, legacy, ["+inventoryVariables", "+provisioningVariables", "~links.availabilities.uri"]);
        JToken plan = (await service.GetAsync(CatalogCustomer + "/products/DZH318Z0BPS6/skus?targetSegment=Commercial")).Json["items"]![0]!;
        AssertDifferences(published[1]!, plan, ["~links.availabilities.uri"]);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_new_commerce_availability_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        JObject answered = (await service.GetAsync("/v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0K971?country=US")).Json;
        JToken published = ContractExample.Read("availability-get-response-new-commerce");
        AssertDifferences(published["terms"]![0]!, answered["terms"]![0]!, []);
        // The published answer is cut: one term of several, and no product and SKU.
        AssertDifferences(published, answered, ["~terms", "~renewalInstructions[0].applicableTermIds", "+product", "+sku"]);
    }

    [Fact]
    public async Task A_reservation_availability_answers_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync("/v1/products/DZH318Z0BQ3Q/skus/0001/availabilities?country=US&targetSegment=commercial")).Json;
        // The published link names another availability.
        AssertDifferences(ContractExample.Read("availabilities-list-response-reservations"), answered, ["~items[0].links.self.uri"]);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_savings_plan_availability_of_a_customer_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        JObject answered = (await service.GetAsync(SavingsCustomer + "/products/DZH318Z09V6F/skus/0001/availabilities")).Json;
        // The published list links to the list of the country.
        AssertDifferences(ContractExample.Read("customer-availabilities-list-response-savings-plan"), answered, ["~links.self.uri"]);
    }

    [Fact]
    public async Task Promotions_of_2021_were_listed_as_published()
    {
        await using TestService service = await TestService.StartAsync(options: new Emulation.EmulatorOptions { StartTime = new DateTimeOffset(2021, 10, 1, 0, 0, 0, TimeSpan.Zero) });
        JObject answered = (await service.GetAsync("/v1/productpromotions?country=US&segment=commercial")).Json;
        JToken published = ContractExample.Read("promotions-list-response");
        AssertDifferences(published, answered, ["~totalCount", "~items", "+links"]);
        Assert.All(published["items"]!, promotion => AssertDifferences(promotion, answered["items"]!.Single(item => (string?)item["id"] == (string?)promotion["id"]), []));
    }

    [Fact]
    public async Task Customers_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        Answer search = await service.GetAsync(Filter.Path("IndirectReseller", "4847383"));
        JObject published = (JObject)ContractExample.Read("customers-search-response-indirect-reseller");
        published["items"] = new JArray(published["items"]!.Reverse());
        AssertDifferences(published, search.Json, ["+links"]);

        Answer single = await service.GetAsync("/v1/customers/eebd1b55-5360-4438-a11d-5c06918c3014");
        // Names, addresses and ids are invented.
        AssertSameMembers(ContractExample.Read("customer-get-response"), single.Json);
        Answer profile = await service.GetAsync("/v1/customers/4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04/profiles/company");
        AssertSameMembers(ContractExample.Read("customer-company-profile-response"), profile.Json);
        Answer billing = await service.GetAsync("/v1/customers/eebd1b55-5360-4438-a11d-5c06918c3014/profiles/billing");
        AssertSameMembers(ContractExample.Read("customer-get-response")["billingProfile"]!, billing.Json);

        Answer missing = await service.GetAsync($"/v1/customers/{Seeds.Customer(13)}/validationStatus?type=account");
        AssertDifferences(ContractExample.Read("error-600074-account-status-not-found"), missing.Json, ["~message", "~description", "+parameters"]);
    }

    [Fact]
    public async Task A_customer_list_answers_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync("/v1/customers?size=40")).Json;
        JToken published = ContractExample.Read("customers-list-response");
        Assert.Equal((string?)published["links"]!["self"]!["uri"], (string?)answered["links"]!["self"]!["uri"]);
        // Placeholders in the published entries; links are published in the other list.
        AssertDifferences(published["items"]![0]!, answered["items"]![0]!, ["~id", "~companyProfile.tenantId", "~companyProfile.domain", "~companyProfile.companyName", "+companyProfile.links", "+links"]);
    }

    [Fact]
    public async Task Custom_end_dates_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject answered = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/subscriptions/customTermEndDates?term_duration=P1Y")).Json;
        JToken published = ContractExample.Read("custom-term-end-dates-response");
        AssertSameMembers(published["items"]![0]!, answered["items"]![0]!);
        AssertDifferences(published, answered, ["~totalCount", "~items", "~links.self.uri"]);
    }

    [Fact]
    public async Task Registration_and_signature_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        Answer status = await service.GetAsync($"/v1/customers/{Seeds.Contoso}/subscriptions/{Seeds.UnregisteredSubscription}/registrationstatus");
        AssertDifferences(ContractExample.Read("subscription-registration-status-response"), status.Json, ["~subscriptionId"]);
        Answer signed = await service.GetAsync($"/v1/customers/{Seeds.Customer(4)}/directSignedMicrosoftCustomerAgreementStatus");
        AssertDifferences(ContractExample.Read("customer-agreement-direct-sign-status-response"), signed.Json, []);
        AssertDifferences(ContractExample.Read("error-404-apifault"), (await service.GetAsync("/v1/products/NOTHING00000?country=US")).Json, []);
    }

    private static void AssertSameMembers(JToken published, JToken answered) => Assert.All(JsonDifference.Between(published, answered), difference => Assert.Equal('~', difference[0]));

    private static void AssertDifferences(JToken published, JToken answered, IEnumerable<string> expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), JsonDifference.Between(published, answered).Order(StringComparer.Ordinal));
}
