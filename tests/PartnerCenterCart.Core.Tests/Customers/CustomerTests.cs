using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class CustomerTests
{
    private const string Path = $"/v1/customers/{Sample.CustomerId}";

    [Theory]
    [InlineData(null, "/v1/customers")]
    [InlineData(0, "/v1/customers?size=0")]
    [InlineData(40, "/v1/customers?size=40")]
    public async Task Customers_are_listed(int? size, string path)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customers-list-response.json"));

        Page<Customer> page = await new PartnerClient(transport).Customers.GetAsync(size);

        Assert.Equal(("customers.list", "GET", path, RetryClass.Read), Sent(transport));
        Assert.Equal(new[] { "b44bb1fb-c595-45b0-9e09-d657365580bf", "45c44870-ef77-4fdd-b6fe-3dacb075cff2" }, page.Items.Select(customer => customer.CustomerId));
        Assert.All(page.Items, customer => Assert.Equal(("companyName", "domain", null), (customer.CompanyName, customer.Domain, customer.AllowDelegatedAccess)));
    }

    [Theory]
    [InlineData("CompanyName", "cont", null, "/v1/customers?filter=%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22cont%22%2C%22Operator%22%3A%22starts_with%22%7D")]
    [InlineData("domain", " con.example ", 40, "/v1/customers?size=40&filter=%7B%22Field%22%3A%22Domain%22%2C%22Value%22%3A%22con.example%22%2C%22Operator%22%3A%22starts_with%22%7D")]
    public async Task Customers_are_searched_by_the_start_of_a_field(string field, string value, int? size, string path)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customers-search-response-indirect-reseller.json"));

        Page<Customer> page = await new PartnerClient(transport).Customers.QueryAsync(field, value, size);

        Assert.Equal(("customers.search", "GET", path, RetryClass.Read), Sent(transport));
        Assert.Equal(2, page.Items.Count);
    }

    [Theory]
    [InlineData("Fourth & \"Coffee\" \\ + 100 % ü?")]
    [InlineData("O'Neill#1")]
    public async Task Any_text_can_be_searched_for(string value)
    {
        using var transport = new ScriptedTransport(CatalogPage.Last());

        await new PartnerClient(transport).Customers.QueryAsync(CustomerSearchField.CompanyName, value);

        var filter = (JObject)Fixture.Parse(Uri.UnescapeDataString(transport.Request.Path.Split("filter=")[1]));
        Assert.Equal(value, (string?)filter["Value"]);
        Assert.Equal(new[] { "Field", "Value", "Operator" }, filter.Properties().Select(member => member.Name));
    }

    [Fact]
    public async Task Three_pages_of_customers_are_sought()
    {
        using var transport = new ScriptedTransport(CatalogPage.WithToken("first", "1", "2"), CatalogPage.WithToken("second", "3"), CatalogPage.Last("4"));

        Page<Customer> first = await new PartnerClient(transport).Customers.QueryAsync("Domain", "a", 2);
        Page<Customer>? second = await first.NextAsync();
        Page<Customer>? third = await second!.NextAsync();

        Assert.Equal(new[] { "1", "2", "3", "4" }, new[] { first, second, third! }.SelectMany(page => page.Items).Select(customer => customer.Id));
        Assert.False(third!.HasNext);
        string path = transport.Requests[0].Path;
        Assert.Equal(new[] { path, path + "&seekOperation=Next", path + "&seekOperation=Next" }, transport.Requests.Select(request => request.Path));
        Assert.Equal(new[] { "first", "second" }, transport.Requests.Skip(1).Select(request => request.Headers["MS-ContinuationToken"]));
    }

    [Fact]
    public void A_bad_search_is_refused_before_anything_is_sent()
    {
        using var transport = new ScriptedTransport();
        CustomerCollectionOperations customers = new PartnerClient(transport).Customers;

        Assert.Equal(
            "'Name' is not a field to search customers by. One of these is expected: CompanyName, Domain, IndirectReseller, IndirectCloudSolutionProvider.",
            Assert.Throws<PartnerException>(() => { _ = customers.QueryAsync("Name", "a"); }).Summary);
        Assert.StartsWith("There is nothing to search customers for.", Assert.Throws<PartnerException>(() => { _ = customers.QueryAsync("Domain", " "); }).Summary);
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => { _ = customers.GetAsync(-1); }).Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_customer_is_read_with_what_lists_leave_out()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-get-response.json"));

        Customer customer = await Sample.Customer(transport).GetAsync();

        Assert.Equal(("customers.get", "GET", Path, RetryClass.Read), Sent(transport));
        Assert.Equal(("eebd1b55-5360-4438-a11d-5c06918c3014", "1kl as kjk", true), (customer.CustomerId, customer.CompanyName, customer.AllowDelegatedAccess));
        Assert.Equal(CustomerPartnerRelationship.Reseller, customer.RelationshipToPartner);
        Assert.Equal("-4242348048554929329", customer.BillingProfile!.Attributes!.Etag);
        Assert.Equal("1 ms way, 98052, redmond, WA, US", customer.BillingProfile.DefaultAddress!.ToString());
    }

    [Fact]
    public async Task The_profiles_of_a_customer_are_read()
    {
        using var company = new ScriptedTransport(Answer.Fixture("contract/customer-company-profile-response.json"));
        using var billing = new ScriptedTransport(Answer.Fixture("core/customer-billing-profile.json"));

        Assert.Equal("DT Demo CSP Customer 005", (await Sample.Customer(company).CompanyProfile.GetAsync()).CompanyName);
        Assert.Equal("Company of billing", (await Sample.Customer(billing).BillingProfile.GetAsync()).CompanyName);
        Assert.Equal(("customers.companyProfile.get", "GET", Path + "/profiles/company", RetryClass.Read), Sent(company));
        Assert.Equal(("customers.billingProfile.get", "GET", Path + "/profiles/billing", RetryClass.Read), Sent(billing));
    }

    [Fact]
    public async Task The_validation_status_is_read()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-validation-status-response-unknown.json"));

        ValidationStatus? status = await Sample.Customer(transport).ValidationStatus.GetAsync();

        Assert.Equal(("customers.validationStatus.get", "GET", Path + "/validationStatus?type=account", RetryClass.Read), Sent(transport));
        Assert.Equal(("Unknown", Sample.CustomerId, true), (status!.Status, status.CustomerId, status.BlocksPurchase));
        Assert.Equal(new DateTimeOffset(2021, 7, 14, 18, 2, 0, TimeSpan.Zero), status.LastUpdateDateTime);
    }

    [Fact]
    public async Task No_validation_status_is_null_and_no_failure()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/error-600074-account-status-not-found.json", 404));

        Assert.Null(await Sample.Customer(transport).ValidationStatus.GetAsync());
    }

    [Theory]
    [InlineData(404, """{"code":"1000"}""", PartnerErrorKind.NotFound)]
    [InlineData(404, "", PartnerErrorKind.NotFound)]
    [InlineData(403, """{"code":"600074"}""", PartnerErrorKind.Forbidden)]
    public async Task Any_other_failure_of_the_validation_status_is_a_failure(int status, string body, PartnerErrorKind kind)
    {
        using var transport = new ScriptedTransport(Answer.Of(status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).ValidationStatus.GetAsync())).Kind);
    }

    [Theory]
    [InlineData("Allowed", false)]
    [InlineData("allowed", false)]
    [InlineData("Under Review", true)]
    [InlineData("NotAllowed", true)]
    [InlineData("Unknown", true)]
    [InlineData("Not Ready", null)]
    [InlineData("Sleeping", null)]
    [InlineData(null, null)]
    public void A_status_tells_whether_it_stops_purchases(string? status, bool? blocks) =>
        Assert.Equal(blocks, new ValidationStatus { Status = status }.BlocksPurchase);

    [Fact]
    public void The_password_of_a_new_customer_shows_nowhere_but_in_its_property()
    {
        Customer customer = PartnerJson.Read<Customer>("""{"id":"a","userCredentials":{"userName":"admin","password":"hunter2"}}""")!;

        Assert.Equal("hunter2", customer.UserCredentials!.Password);
        Assert.Empty(customer.AdditionalProperties);
        Assert.Empty(customer.UserCredentials.AdditionalProperties);
        Assert.Equal("admin", customer.UserCredentials.ToString());
        Assert.DoesNotContain("hunter2", customer.ToString());
    }

    private static (string Operation, string Method, string Path, RetryClass Class) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
