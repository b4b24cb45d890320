using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Sign-in, headers, routes, limits, and the log of it all.</summary>
public class TrafficTests
{
    private const string List = "/v1/customers/" + Seeds.Contoso + "/orders";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_request_without_a_bearer_token_is_refused(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        service.Client.DefaultRequestHeaders.Clear();
        foreach (string? value in new[] { null, "Basic abc", "Bearer", "Bearer " })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, List);
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", value);
            }

            Answer answer = await Answer.ReadAsync(await service.Client.SendAsync(request));
            Assert.Equal((401, "800001"), (answer.Status, answer.Code));
            Assert.StartsWith("OAuth", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Headers_are_echoed_and_made_up_when_missing(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        using var request = new HttpRequestMessage(HttpMethod.Get, List);
        request.Headers.Add("MS-RequestId", "3705fc6d-4127-4a87-bdba-9658f73fe019");
        request.Headers.Add("MS-CorrelationId", "b12260fb-82de-4701-a25f-dcd367690645");
        request.Headers.Add("X-Locale", "de-DE");
        request.Headers.ExpectContinue = true;
        Answer echoed = await Answer.ReadAsync(await service.Client.SendAsync(request));
        Assert.Equal("3705fc6d-4127-4a87-bdba-9658f73fe019", echoed.Header("MS-RequestId"));
        Assert.Equal("b12260fb-82de-4701-a25f-dcd367690645", echoed.Header("MS-CorrelationId"));
        Assert.Equal("de-DE", echoed.Header("X-Locale"));
        Answer made = await service.GetAsync(List);
        Assert.True(Guid.TryParse(made.Header("MS-RequestId"), out _));
        Assert.True(Guid.TryParse(made.Header("MS-CorrelationId"), out _));
        Assert.Equal("en-US", made.Header("X-Locale"));
    }

    [Theory]
    [InlineData("//v1//customers/" + Seeds.Contoso + "/orders")]
    [InlineData("/V1/Customers/" + Seeds.Contoso + "/ORDERS?BILLINGTYPE=Monthly")]
    [InlineData("/v1/customers/C0000000-0000-4000-8000-000000000001/orders/")]
    public async Task Paths_are_read_forgivingly(string path)
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        Assert.Equal(200, (int)(await service.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/", 404)]
    [InlineData("GET", "/v1", 404)]
    [InlineData("GET", "/v1/nothing/here", 404)]
    [InlineData("GET", "/customers/" + Seeds.Contoso + "/orders", 404)]
    [InlineData("GET", "/v1/customers/" + Seeds.Contoso + "/carts", 405)]
    [InlineData("DELETE", "/v1/customers/" + Seeds.Contoso + "/orders", 405)]
    public async Task Unknown_routes_and_methods_are_refused(string method, string path, int status)
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        Answer answer = await service.SendAsync(method, path);
        Assert.Equal(status, answer.Status);
        if (status == 404)
        {
            Assert.Equal("1000", answer.Code);
        }
        else
        {
            Assert.NotNull(answer.Header("Allow"));
        }
    }

    [Fact]
    public async Task The_limit_holds_per_customer_and_area_and_ends_with_its_minute()
    {
        await using TestService service = await TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, RequestsPerMinute = 3 });
        for (int index = 0; index < 3; index++)
        {
            Assert.Equal(200, (await service.GetAsync(List)).Status);
        }

        service.Emulator.Advance(TimeSpan.FromSeconds(3));
        Answer refused = await service.GetAsync(List);
        Assert.Equal((429, "57"), (refused.Status, refused.Header("Retry-After")));
        Assert.True(JToken.DeepEquals(ContractExample.Read("error-429-throttled"), refused.Json));
        Assert.Equal(200, (await service.GetAsync(List.Replace(Seeds.Contoso, Seeds.Fabrikam, StringComparison.Ordinal))).Status);
        Assert.Equal(201, (await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()))).Status);
        service.Emulator.Advance(TimeSpan.FromSeconds(57));
        Assert.Equal(200, (await service.GetAsync(List)).Status);
    }

    [Fact]
    public async Task The_log_shows_what_came_in_and_never_a_token()
    {
        await using TestService service = await TestService.StartAsync();
        await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), "3705fc6d-4127-4a87-bdba-9658f73fe019");
        await service.GetAsync(List + "?include_price=true");
        JArray log = await service.LogAsync();
        Assert.Equal(["carts.create", "orders.list"], log.Select(entry => (string)entry["operation"]!));
        JToken create = log[0];
        Assert.Equal(("POST", 201, $"/v1/customers/{Seeds.Contoso}/carts"), ((string?)create["method"], (int)create["status"]!, (string?)create["path"]));
        Assert.Equal("Bearer ***", (string?)create["headers"]!["Authorization"]);
        Assert.Equal("3705fc6d-4127-4a87-bdba-9658f73fe019", (string?)create["headers"]!["MS-RequestId"]);
        Assert.Equal(Seeds.BaseSeat, (string?)JObject.Parse((string)create["body"]!)["lineItems"]![0]!["catalogItemId"]);
        Assert.Equal(JTokenType.Null, create["query"]!.Type);
        Assert.Equal("include_price=true", (string?)log[1]["query"]);
        Assert.DoesNotContain("some-token", log.ToString(), StringComparison.Ordinal);

        Answer after = await service.GetAsync("/_emulator/requests?after=" + (long)create["sequence"]!);
        Assert.Single(after.Json["items"]!);
        await service.SendAsync("DELETE", "/_emulator/requests");
        Assert.Empty(await service.LogAsync());
    }

    [Fact]
    public async Task A_caller_who_left_before_the_request_started_leaves_no_trace()
    {
        await using TestService service = await TestService.StartAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.SendAsync("POST", $"/v1/customers/{Seeds.Contoso}/carts", Lines.Cart(Lines.Seat()), cancellationToken: new System.Threading.CancellationToken(canceled: true)));
        Assert.Empty(await service.LogAsync());
    }

    [Fact]
    public void A_clock_without_a_start_runs_with_real_time()
    {
        using var emulator = new PartnerCenterEmulator();
        emulator.Advance(TimeSpan.FromDays(2));
        DateTimeOffset earliest = DateTimeOffset.UtcNow + TimeSpan.FromDays(2);
        Assert.InRange(emulator.Now, earliest - TimeSpan.FromSeconds(1), earliest + TimeSpan.FromMinutes(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => emulator.Advance(TimeSpan.FromSeconds(-1)));
    }
}
