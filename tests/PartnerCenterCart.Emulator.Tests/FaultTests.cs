using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Everything that can be made to go wrong looks the same at both doors.</summary>
public class FaultTests
{
    private const string List = "/v1/customers/" + Seeds.Contoso + "/orders";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_fault_hits_as_many_requests_as_it_says(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", status = 503, times = 2 });
        Assert.Equal(404, (await service.GetAsync(List + "/000000000000")).Status);
        foreach (int expected in new[] { 503, 503, 200 })
        {
            Assert.Equal(expected, (await service.GetAsync(List)).Status);
        }

        Assert.Empty((await service.GetAsync("/_emulator/faults")).Json["items"]!);
    }

    [Fact]
    public async Task A_fault_with_zero_times_stays_until_it_is_removed()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SetFaultAsync(new { operation = "*", status = 500, times = 0 });
        for (int index = 0; index < 5; index++)
        {
            Assert.Equal((500, "800003"), ((await service.GetAsync(List)).Status, (await service.GetAsync(List)).Code));
        }

        Assert.Equal(204, (await service.SendAsync("DELETE", "/_emulator/faults")).Status);
        Assert.Equal(200, (await service.GetAsync(List)).Status);
    }

    [Fact]
    public async Task A_fault_by_chance_hits_its_share_and_the_same_requests_for_the_same_seed()
    {
        await using TestService service = await TestService.StartAsync();
        async Task<List<int>> HitsAsync(int seed)
        {
            await service.SendAsync("DELETE", "/_emulator/faults");
            await service.SetFaultAsync(new { operation = "*", status = 500, times = 0, chance = 0.1, seed });
            var hits = new List<int>();
            for (int index = 0; index < 1000; index++)
            {
                if ((await service.GetAsync(List)).Status == 500)
                {
                    hits.Add(index);
                }
            }

            return hits;
        }

        List<int> first = await HitsAsync(1);
        Assert.InRange(first.Count, 70, 130);
        Assert.Equal(first, await HitsAsync(1));
        Assert.NotEqual(first, await HitsAsync(2));
        Assert.Equal(400, (await service.SendAsync("POST", "/_emulator/faults", new { operation = "*", chance = 1.5 })).Status);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Throttling_answers_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", status = 429, retryAfter = "57" });
        Answer answer = await service.GetAsync(List);
        Assert.Equal(429, answer.Status);
        Assert.Equal("57", answer.Header("Retry-After"));
        Assert.True(JToken.DeepEquals(ContractExample.Read("error-429-throttled"), answer.Json));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Retry_after_can_be_a_date(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", status = 429, retryAfter = "Wed, 21 Oct 2026 07:28:00 GMT" });
        Assert.Equal(new DateTimeOffset(2026, 10, 21, 7, 28, 0, TimeSpan.Zero), (await service.GetAsync(List)).Message.Headers.RetryAfter!.Date);
    }

    [Theory]
    [InlineData("fault", "application/json")]
    [InlineData("extended", "application/json")]
    [InlineData("throttle", "application/json")]
    [InlineData("text", "text/plain")]
    [InlineData("html", "text/html")]
    [InlineData("empty", null)]
    public async Task Failure_bodies_come_in_every_shape(string shape, string? type)
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        await service.SetFaultAsync(new { operation = "orders.list", status = 500, code = "800005", description = "It broke.", errorBody = shape });
        Answer answer = await service.GetAsync(List);
        Assert.Equal(500, answer.Status);
        Assert.Equal(type, answer.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal(shape == "empty" ? string.Empty : "It broke.", shape == "empty" ? answer.Text : answer.Text.Contains("It broke.", StringComparison.Ordinal) ? "It broke." : answer.Text);
    }

    [Fact]
    public async Task The_extended_shape_has_the_members_of_the_published_one()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SetFaultAsync(new { operation = "orders.list", status = 409, code = "600061", errorBody = "extended" });
        Assert.True(JToken.DeepEquals(ContractExample.Read("error-600061-agreement-already-confirmed"), (await service.GetAsync(List)).Json));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_reset_before_the_work_leaves_nothing_behind(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "carts.create", resetConnection = "before" });
        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat())));
        Assert.IsType<IOException>(exception.InnerException, exactMatch: false);
        Assert.Equal(JTokenType.Null, Assert.Single(await service.LogAsync("carts.create"))["status"]!.Type);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_reset_after_the_work_keeps_what_was_done(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual()));
        await service.SetFaultAsync(new { operation = "carts.checkout", resetConnection = "after" });
        await Assert.ThrowsAsync<HttpRequestException>(() => service.CheckoutAsync(Seeds.Contoso, cart.Id));
        Assert.Equal("Ordered", (string?)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Json["status"]);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_truncated_body_breaks_in_the_middle(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", truncateBody = true });
        using HttpResponseMessage message = await service.Client.GetAsync(List, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)message.StatusCode);
        using Stream stream = await message.Content.ReadAsStreamAsync();
        var buffer = new byte[16 * 1024];
        int read = 0;
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (true)
            {
                int part = await stream.ReadAsync(buffer);
                Assert.NotEqual(0, part);
                read += part;
            }
        });
        Assert.Equal(message.Content.Headers.ContentLength / 2, read);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_failure_can_hide_work_that_was_done(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual()));
        await service.SetFaultAsync(new { operation = "carts.checkout", status = 504, applyWork = true });
        Assert.Equal(504, (await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Status);
        Assert.Equal("Ordered", (string?)(await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Json["status"]);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_delay_ends_at_once_when_the_caller_leaves(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", delaySeconds = 600 });
        using var leave = new CancellationTokenSource();
        Task<Answer> call = service.SendAsync("GET", List, cancellationToken: leave.Token);
        while ((await service.LogAsync("orders.list")).Count == 0)
        {
            await Task.Yield();
        }

        var watch = Stopwatch.StartNew();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
        Assert.Equal(JTokenType.Null, Assert.Single(await service.LogAsync("orders.list"))["status"]!.Type);
    }

    [Theory]
    [InlineData(1, "EFBBBF7B")]
    [InlineData(2, "EFBBBFEFBBBF7B")]
    [InlineData("questionMark", "3F7B")]
    public async Task A_body_can_begin_with_byte_order_marks(object mark, string bytes)
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        await service.SetFaultAsync(new { operation = "orders.list", byteOrderMark = mark });
        byte[] once = await service.Client.GetByteArrayAsync(List);
        Assert.StartsWith(bytes, Convert.ToHexString(once), StringComparison.Ordinal);
        await service.SendAsync("POST", "/_emulator/settings", new { byteOrderMark = mark });
        Assert.StartsWith(bytes, Convert.ToHexString(await service.Client.GetByteArrayAsync(List)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_can_be_unknown_or_in_pascal_case_and_numbers_can_be_text()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SetFaultAsync(new { operation = "carts.create", unknownMembers = true, pascalCase = true, numbersAsText = true, unknownEnumValues = true });
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        JToken line = cart.Json["LineItems"]![0]!;
        Assert.Equal("5", line["Quantity"]!.Value<string>());
        Assert.Equal(JTokenType.String, line["Quantity"]!.Type);
        Assert.Equal("added_tomorrow", (string?)line["BillingCycle"]);
        Assert.NotNull(line["AddedTomorrow"]);
        Assert.DoesNotContain(cart.Json.Descendants().OfType<JProperty>(), member => char.IsLower(member.Name[0]) && member.Parent!.Path.Length > 0 && member.Name is not ("since" or "values"));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Headers_can_come_doubled(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await service.SetFaultAsync(new { operation = "orders.list", doubledHeaders = true });
        Answer answer = await service.SendAsync("GET", List, requestId: "3705fc6d-4127-4a87-bdba-9658f73fe019");
        Assert.Equal("3705fc6d-4127-4a87-bdba-9658f73fe019,3705fc6d-4127-4a87-bdba-9658f73fe019", answer.Header("MS-RequestId"));
        Assert.Equal("en-US,en-US", answer.Header("X-Locale"));
    }

    [Fact]
    public async Task A_line_can_be_made_to_fail()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SetFaultAsync(new { operation = "carts.create", lineError = "QuotaNotAvailable" });
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(), Lines.Perpetual()));
        Assert.Equal("quota_not_available", (string?)cart.Lines[0]["error"]!["errorCode"]);
        Answer result = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal(800017, (int)result.Json["orderErrors"]!.Single()["code"]!);
        Assert.Single(result.Json["orders"]!);
    }

    [Theory]
    [InlineData("{\"operation\":\"carts.buy\"}", "carts.checkout")]
    [InlineData("{\"operation\":\"*\",\"statusCode\":500}", "delaySeconds")]
    [InlineData("{\"operation\":\"*\",\"resetConnection\":\"later\"}", "after")]
    [InlineData("{\"operation\":\"*\",\"errorBody\":\"poem\"}", "html")]
    [InlineData("{\"operation\":\"*\",\"lineError\":\"Bad\"}", "QuotaNotAvailable")]
    [InlineData("{\"operation\":\"*\",\"status\":99}", "200")]
    [InlineData("{\"operation\":\"*\",\"times\":-1}", "0")]
    [InlineData("{\"operation\":\"*\",\"times\":\"often\"}", "kind")]
    [InlineData("{\"operation\":\"*\",\"byteOrderMark\":3}", "questionMark")]
    [InlineData("{}", "operation")]
    [InlineData("", "JSON")]
    public async Task A_fault_that_makes_no_sense_is_refused_with_what_is_allowed(string body, string named)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync("POST", "/_emulator/faults", body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(named, (string?)answer.Json["description"], StringComparison.Ordinal);
    }
}
