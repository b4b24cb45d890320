using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class CustomerReadTests
{
    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Customers_are_read_page_by_page_with_the_token_of_the_link(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/customers?size=80");
        Assert.Equal([80, 80, 39], pages.Select(page => page["items"]!.Count()));
        // 200 in all, of whom Litware is no customer of the partner.
        Assert.Equal(199, pages.Items().Ids().Distinct().Count());
        Assert.DoesNotContain(Seeds.WithoutRelation, pages.Items().Ids());
        Assert.Equal("/v1/customers?size=80&seekOperation=Next", (string?)pages[0]["links"]!["next"]!["uri"]);
        Assert.Equal("MS-ContinuationToken", (string?)pages[0]["links"]!["next"]!["headers"]![0]!["key"]);
        Assert.All(",/=", character => Assert.Contains(character, (string)pages[0]["links"]!["next"]!["headers"]![0]!["value"]!));
    }

    [Fact]
    public async Task List_entries_have_no_billing_profile_address_or_domains()
    {
        await using TestService service = await TestService.StartAsync();
        JToken entry = (await service.GetAsync("/v1/customers?size=1")).Json["items"]![0]!;
        Assert.Equal(["id", "companyProfile", "relationshipToPartner", "links", "attributes"], ((JObject)entry).Properties().Select(member => member.Name));
        Assert.Null(entry["companyProfile"]!["address"]);
    }

    [Fact]
    public async Task A_missing_size_or_zero_means_the_default()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal(100, (await service.GetAsync("/v1/customers")).Json["items"]!.Count());
        Assert.Equal(100, (await service.GetAsync("/v1/customers?size=0")).Json["items"]!.Count());
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?size=-1"));
    }

    [Fact]
    public async Task A_token_is_bound_to_its_query_and_short_lived()
    {
        await using TestService service = await TestService.StartAsync();
        string token = (string)(await service.GetAsync("/v1/customers?size=10")).Json["links"]!["next"]!["headers"]![0]!["value"]!;
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("MS-ContinuationToken", token);
        Assert.Equal(200, (await service.GetAsync("/v1/customers?size=10&seekOperation=Next")).Status);
        Assert.Equal(200, (await service.GetAsync("/v1/customers?SEEKOPERATION=next&size=10")).Status);
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?size=11&seekOperation=Next"));
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?size=10&seekOperation=Back"));
        service.Emulator.Advance(TimeSpan.FromHours(2));
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?size=10&seekOperation=Next"));
        service.Client.DefaultRequestHeaders.Remove("MS-ContinuationToken");
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?size=10&seekOperation=Next"));
    }

    [Fact]
    public async Task Empty_pages_long_tokens_and_malformed_links_come_when_asked_for()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { emptyPages = true, tokenLength = 5000, malformedLinks = true });
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/customers?size=90");
        Assert.Equal([90, 0, 90, 0, 19], pages.Select(page => page["items"]!.Count()));
        Assert.Equal(199, pages.Items().Ids().Distinct().Count());
        Assert.Equal("/v1//customers?size=90?seekOperation=Next", (string?)pages[0]["links"]!["next"]!["uri"]);
        Assert.Equal(5000, ((string)pages[0]["links"]!["next"]!["headers"]![0]!["value"]!).Length);
    }

    [Fact]
    public async Task The_token_can_be_at_top_level_only()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { tokenPlace = "top" });
        JObject first = (await service.GetAsync("/v1/customers?size=150")).Json;
        Assert.Null(first["links"]!["next"]);
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("MS-ContinuationToken", (string)first["continuationToken"]!);
        JObject second = (await service.GetAsync("/v1/customers?size=150&seekOperation=Next")).Json;
        Assert.Equal(49, second["items"]!.Count());
        Assert.Null(second["continuationToken"]);
    }

    [Theory]
    [InlineData("CompanyName", "conTO", "Contoso")]
    [InlineData("Domain", "northwind", "Northwind Traders")]
    [InlineData("companyname", "Amberfold Optics", "Amberfold Optics")]
    public async Task A_search_compares_starts_without_case(string field, string value, string found)
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        JToken items = (await service.GetAsync(Filter.Path(field, value))).Json["items"]!;
        Assert.Equal(found, (string?)Assert.Single(items)["companyProfile"]!["companyName"]);
    }

    [Fact]
    public async Task A_search_has_pages_too_and_can_find_nothing()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { pageSize = 7 });
        List<JObject> pages = await Pages.ReadAsync(service, Filter.Path("CompanyName", "Example"));
        Assert.Equal([7, 7, 2], pages.Select(page => page["items"]!.Count()));
        Assert.Empty((await service.GetAsync(Filter.Path("CompanyName", "nobody at all"))).Json["items"]!);
    }

    [Fact]
    public async Task Searching_by_reseller_needs_a_user()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal(["3dfe847b-cad9-4fc1-86d3-cf16c2790087", "53eb21cb-6b2d-4ee5-9e92-27dfc927e93c"], (await service.GetAsync(Filter.Path("IndirectReseller", "4847383"))).Json["items"]!.Ids());
        await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
        Assert.Equal((403, "900329"), await CodeAsync(service, Filter.Path("IndirectReseller", "4847383")));
        Assert.Equal(200, (await service.GetAsync(Filter.Path("CompanyName", "c"))).Status);
        Assert.Equal((403, "900329"), await CodeAsync(service, $"/v1/customers/{Seeds.Contoso}/profiles/company"));
        Assert.Equal((403, "900329"), await CodeAsync(service, $"/v1/customers/{Seeds.Contoso}/validationStatus?type=account"));
    }

    [Theory]
    [InlineData("Colour", "a", "starts_with", "CompanyName, Domain")]
    [InlineData("CompanyName", "a", "contains", "starts_with")]
    public async Task A_wrong_filter_names_what_is_allowed(string field, string value, string comparison, string named)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync(Filter.Path(field, value, comparison));
        Assert.Equal((400, "3000"), (answer.Status, answer.Code));
        Assert.Contains(named, (string)answer.Json["description"]!, StringComparison.Ordinal);
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/customers?filter=nonsense"));
    }

    [Theory]
    [InlineData(Seeds.Contoso, "Allowed")]
    [InlineData(Seeds.UnderReview, "UnderReview")]
    [InlineData(Seeds.Rejected, "NotAllowed")]
    [InlineData(Seeds.Locked, "NotAllowed")]
    [InlineData("c1000000-0000-4000-8000-000000000012", "Unknown")]
    [InlineData("c1000000-0000-4000-8000-000000000014", "Not Ready")]
    [InlineData("c1000000-0000-4000-8000-000000000013", null)]
    public async Task The_validation_status_says_who_may_buy(string customer, string? status)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync($"/v1/customers/{customer}/validationStatus?type=account");
        Assert.Equal(status is null ? (404, "600074") : (200, null), (answer.Status, answer.Code));
        Assert.Equal(status, (string?)answer.Json["status"]);
        int bought = (await service.CreateCartAsync(customer, Lines.Cart(Lines.Seat()))).Status;
        Assert.Equal(status is "UnderReview" or "NotAllowed" or "Unknown" ? 403 : 201, bought);
        Assert.Equal((400, "3000"), await CodeAsync(service, $"/v1/customers/{customer}/validationStatus"));
    }

    [Fact]
    public async Task There_are_two_hundred_customers_of_every_kind()
    {
        await using TestService service = await TestService.StartAsync();
        JToken[] customers = (await service.GetAsync("/_emulator/customers")).Json["items"]!.ToArray();
        Assert.Equal(200, customers.Length);
        Assert.Equal(200, customers.Select(customer => (string)customer["companyName"]!).Distinct().Count());
        Assert.Equal(200, customers.Select(customer => (string)customer["domain"]!).Distinct().Count());
        Assert.All(new[] { "US", "DE", "GB" }, country => Assert.True(customers.Count(customer => (string?)customer["country"] == country) >= 50, country));
        Assert.Equal(["commercial", "education", "government", "nonprofit"], customers.Select(customer => (string)customer["segment"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.True(customers.Count(customer => !(bool)customer["customerAgreement"]!) >= 5);
        Assert.True(customers.Count(customer => (bool)customer["directSigned"]!) >= 5);
    }

    [Theory]
    [InlineData("nobody", 400, "900118")]
    [InlineData("11111111-1111-4111-8111-111111111111", 404, "60003")]
    [InlineData(Seeds.WithoutRelation, 403, "20002")]
    public async Task Customers_that_are_none_are_refused(string id, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal((status, code), await CodeAsync(service, "/v1/customers/" + id));
        Assert.Equal((status, code), await CodeAsync(service, $"/v1/customers/{id}/products?targetView=Azure"));
    }

    [Fact]
    public async Task A_customer_that_was_added_is_in_the_list()
    {
        await using TestService service = await TestService.StartAsync();
        await service.GetAsync("/v1/customers?size=1");
        await service.SendAsync("POST", "/_emulator/customers", new { count = 3, segment = "education", directSigned = true });
        Assert.Equal(202, (await Pages.ReadAsync(service, "/v1/customers")).Items().Count());
        Assert.Equal(3, (await service.GetAsync(Filter.Path("CompanyName", "Sample Customer"))).Json["items"]!.Count());
    }

    private static async Task<(int Status, string? Code)> CodeAsync(TestService service, string path)
    {
        Answer answer = await service.GetAsync(path);
        return (answer.Status, answer.Code);
    }
}
