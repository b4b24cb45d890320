using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class ControlRouteTests
{
    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_control_routes_need_no_token_and_stay_out_of_the_log(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        service.Client.DefaultRequestHeaders.Clear();
        await service.SetFaultAsync(new { operation = "*", status = 500, times = 0 });
        Assert.Equal("2025-06-10T12:00:00.0000000Z", (string?)(await service.GetAsync("/_emulator/clock")).Json["now"]);
        Answer advanced = await service.SendAsync("POST", "/_emulator/clock", new { advanceSeconds = 90.5 });
        Assert.Equal("2025-06-10T12:01:30.5000000Z", (string?)advanced.Json["now"]);
        Assert.Empty(await service.LogAsync());
    }

    [Theory]
    [InlineData("POST", "clock", "{\"advanceSeconds\":-1}", 400)]
    [InlineData("POST", "clock", "{\"advanceSeconds\":\"NaN\"}", 400)]
    [InlineData("POST", "clock", "{}", 400)]
    [InlineData("POST", "clock", "{\"seconds\":1}", 400)]
    [InlineData("POST", "settings", "{\"requestsPerMinute\":0}", 400)]
    [InlineData("POST", "settings", "{\"speed\":1}", 400)]
    [InlineData("POST", "settings", "{\"pageSize\":0}", 400)]
    [InlineData("POST", "settings", "{\"reissueDays\":0}", 400)]
    [InlineData("POST", "settings", "{\"registrationSeconds\":-1}", 400)]
    [InlineData("POST", "settings", "{\"tokenPlace\":\"nowhere\"}", 400)]
    [InlineData("POST", "settings", "{\"generatedProducts\":{\"Nothing\":1}}", 400)]
    [InlineData("POST", "settings", "{\"generatedProducts\":{\"Azure\":-1}}", 400)]
    [InlineData("POST", "settings", "{\"lineItemLagSeconds\":-1}", 400)]
    [InlineData("POST", "invoices", "{}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":-1}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"blobs\":0}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"type\":\"Sometimes\"}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"currency\":\"dollars\"}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"date\":\"2099-01-01\"}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"amendsOf\":\"nothing\"}", 400)]
    [InlineData("POST", "invoices", "{\"lines\":1,\"documentType\":\"letter\"}", 400)]
    [InlineData("POST", "customers", "{\"segment\":\"private\"}", 400)]
    [InlineData("GET", "catalog?country=ZZ", null, 400)]
    [InlineData("POST", "customers", "{\"count\":0}", 400)]
    [InlineData("POST", "customers", "{\"id\":\"nobody\"}", 400)]
    [InlineData("POST", "customers", "{\"country\":\"Germany\"}", 400)]
    [InlineData("POST", "subscriptions", "{\"customerId\":\"nobody\",\"offerId\":\"MS-AZR-0145P\"}", 400)]
    [InlineData("POST", "subscriptions", "{\"customerId\":\"c0000000-0000-4000-8000-000000000001\",\"offerId\":\"nothing\"}", 400)]
    [InlineData("GET", "requests?after=x", null, 400)]
    [InlineData("GET", "nothing", null, 404)]
    [InlineData("PUT", "clock", "{}", 405)]
    public async Task Wrong_control_requests_say_what_is_wrong(string method, string route, string? body, int status)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync(method, "/_emulator/" + route, body);
        Assert.Equal(status, answer.Status);
        Assert.NotNull(answer.Code);
        Assert.False(string.IsNullOrEmpty((string?)answer.Json["description"]));
    }

    [Fact]
    public async Task Reset_brings_the_seeds_back_and_forgets_the_rest()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), "3705fc6d-4127-4a87-bdba-9658f73fe019");
        await service.SetFaultAsync(new { operation = "*", status = 500 });
        await service.SendAsync("POST", "/_emulator/settings", new { requestsPerMinute = 1, provisioningSeconds = 1 });
        await service.SendAsync("POST", "/_emulator/customers", new { count = 3 });
        service.Emulator.Advance(TimeSpan.FromDays(1));
        Assert.Equal(204, (await service.SendAsync("POST", "/_emulator/reset")).Status);

        Assert.Equal(TestService.Start, service.Emulator.Now);
        Assert.Empty(await service.LogAsync());
        Assert.Equal(JTokenType.Null, (await service.GetAsync("/_emulator/settings")).Json["requestsPerMinute"]!.Type);
        Assert.Equal(404, (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Status);
        Answer fresh = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), "3705fc6d-4127-4a87-bdba-9658f73fe019");
        Assert.NotEqual(cart.Id, fresh.Id);
        Assert.DoesNotContain((await service.GetAsync("/_emulator/customers")).Json["items"]!, customer => ((string)customer["companyName"]!).StartsWith("Sample Customer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbered_customers_have_the_same_ids_every_time()
    {
        await using TestService one = await TestService.StartAsync();
        await using TestService other = await TestService.StartAsync();
        Answer first = await one.SendAsync("POST", "/_emulator/customers", new { count = 100, country = "DE" });
        Answer second = await other.SendAsync("POST", "/_emulator/customers", new { count = 100, country = "DE" });
        Assert.Equal(first.Text, second.Text);
        JToken[] items = first.Json["items"]!.ToArray();
        Assert.Equal(100, items.Select(item => (string)item["id"]!).Distinct().Count());
        Assert.All(items, item => Assert.Equal("EUR", (string?)item["currency"]));
        Assert.Equal(201, (await one.CreateCartAsync((string)items[99]["id"]!, Lines.Cart(Lines.Seat()))).Status);
    }

    [Fact]
    public async Task A_customer_and_a_subscription_can_be_added_by_name()
    {
        await using TestService service = await TestService.StartAsync();
        const string Id = "d0000000-0000-4000-8000-000000000001";
        await service.SendAsync("POST", "/_emulator/customers", new { id = Id, companyName = "Trey Research", domain = "treyresearch.example.com", country = "GB" });
        await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Id, id = "d0000000-0000-4000-8000-0000000000a1", offerId = "MS-AZR-0145P", registered = true });
        Answer cart = await service.CreateCartAsync(Id, Lines.Cart(Lines.Reservation("d0000000-0000-4000-8000-0000000000a1")));
        Assert.Equal("GBP", (string?)cart.Lines[0]["currencyCode"]);
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task Every_settable_value_is_shown_again()
    {
        await using TestService service = await TestService.StartAsync();
        Answer set = await service.SendAsync("POST", "/_emulator/settings", new
        {
            requestsPerMinute = 7,
            provisioningSeconds = 1.5,
            orderListLagSeconds = 2,
            byteOrderMark = "questionMark",
            appOnly = true,
            audience = "https://api.partnercenter.microsoft.com",
            requireMfa = true,
            registrationSeconds = 3,
            reissueDays = 4,
            pageSize = 5,
            malformedLinks = true,
            emptyPages = true,
            tokenLength = 6,
            tokenPlace = "TOP",
            promotionErrorsOf2021 = true,
            generatedProducts = new { software = 7 },
            cancellationDays = 8,
            sandbox = true,
            failingItems = new[] { "a:b:c" },
            purchaseOrderItems = new[] { "d:e:f" },
            purchaseOrderReviewSeconds = 10,
            rejectPurchaseOrders = true,
            subscriptionLagSeconds = 9,
            lineItemLagSeconds = 10,
            retiredLineItems = false,
            exportSeconds = 11,
            sasSeconds = 12,
            manifestLink = true,
        });
        Assert.Equal(
            "{\"requestsPerMinute\":7,\"provisioningSeconds\":1.5,\"orderListLagSeconds\":2.0,\"byteOrderMark\":\"questionMark\",\"appOnly\":true,"
            + "\"audience\":\"https://api.partnercenter.microsoft.com\",\"requireMfa\":true,"
            + "\"registrationSeconds\":3.0,\"reissueDays\":4.0,\"pageSize\":5,\"malformedLinks\":true,\"emptyPages\":true,\"tokenLength\":6,\"tokenPlace\":\"top\","
            + "\"promotionErrorsOf2021\":true,\"generatedProducts\":{\"Software\":7},\"cancellationDays\":8.0,\"sandbox\":true,\"failingItems\":[\"a:b:c\"],"
            + "\"purchaseOrderItems\":[\"d:e:f\"],\"purchaseOrderReviewSeconds\":10.0,\"rejectPurchaseOrders\":true,\"subscriptionLagSeconds\":9.0,"
            + "\"lineItemLagSeconds\":10.0,\"retiredLineItems\":false,\"exportSeconds\":11.0,\"sasSeconds\":12.0,\"manifestLink\":true}",
            set.Text);
        JObject partly = (await service.SendAsync("POST", "/_emulator/settings", "{\"requestsPerMinute\":null,\"byteOrderMark\":null,\"reissueDays\":null,\"pageSize\":null}")).Json;
        Assert.All(new[] { "requestsPerMinute", "byteOrderMark", "reissueDays", "pageSize" }, name => Assert.Equal(JTokenType.Null, partly[name]!.Type));
        Assert.Equal(1.5, (double)partly["provisioningSeconds"]!);
    }
}
