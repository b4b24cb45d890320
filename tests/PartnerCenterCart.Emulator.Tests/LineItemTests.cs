using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Pages of lines by the older API, for which invoices it answers, and invoices of any size.</summary>
public class LineItemTests
{
    private const string Billing = "provider=onetime&invoiceLineItemType=BillingLineItems";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Pages_hold_two_thousand_lines_and_lead_to_the_end(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 5001 });
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/invoices/G000000001/lineitems?" + Billing + "&size=9999");
        Assert.Equal([2000, 2000, 1001], pages.Select(page => ((JArray)page["items"]!).Count));
        Assert.Equal(5001, pages.Items().Select(line => (string)line["orderId"]!).Distinct().Count());
        await AssertTotalAsync(service, "G000000001", pages.Items());
    }

    [Fact]
    public async Task A_token_goes_on_where_the_query_is_the_same_whatever_its_spelling()
    {
        await using TestService service = await TestService.StartAsync();
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 9 });
        JObject first = (await service.GetAsync("/v1/invoices/G000000001/lineitems?" + Billing + "&size=4")).Json;
        Assert.Equal((string?)first["continuationToken"], (string?)first["links"]!["next"]!["headers"]![0]!["value"]);
        foreach (string path in new[]
        {
            "/v1/invoices/G000000001/lineitems?" + Billing + "&size=4&seekOperation=Next",
            "/v1/invoices/OneTime-G000000001/lineitems?invoicelineitemtype=billinglineitems&provider=OneTime&seekoperation=next&size=4",
            "/v1//invoices/G000000001/lineitems?provider=OneTime&nvoicelineitemtype=BillingLineItems&size=4?seekOperation=Next",
            "/v1/invoices/G000000001/lineitems/OneTime/BillingLineItems?size=4&seekOperation=Next",
        })
        {
            Answer second = await NextAsync(service, path, (string)first["continuationToken"]!);
            Assert.Equal("000000000004", (string?)second.Json["items"]![0]!["orderId"]);
        }

        Assert.Equal(400, (await NextAsync(service, "/v1/invoices/G000000001/lineitems?" + Billing + "&size=5&seekOperation=Next", (string)first["continuationToken"]!)).Status);
        Assert.Equal(400, (await NextAsync(service, "/v1/invoices/G000773581/lineitems?" + Billing + "&size=4&seekOperation=Next", (string)first["continuationToken"]!)).Status);
        service.Emulator.Advance(TimeSpan.FromHours(2));
        Assert.Equal(400, (await NextAsync(service, "/v1/invoices/G000000001/lineitems?" + Billing + "&size=4&seekOperation=Next", (string)first["continuationToken"]!)).Status);
    }

    [Fact]
    public async Task Legacy_lines_are_paged_by_size_and_offset()
    {
        await using TestService service = await TestService.StartAsync();
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/invoices/1234000000/lineitems?provider=office&invoiceLineItemType=BillingLineItems&size=10");
        Assert.Equal([10, 10, 5], pages.Select(page => ((JArray)page["items"]!).Count));
        List<JObject> costs = await Pages.ReadAsync(service, "/v1/invoices/1234000000/lineitems/azure/BillingLineItems");
        decimal azure = costs.Items().Sum(line => (decimal)line["postTaxTotal"]!);
        Assert.Equal(await TotalAsync(service, "1234000000"), azure + pages.Items().Sum(line => (decimal)line["totalForCustomer"]!));
    }

    [Theory]
    [InlineData("pageSize", "{\"pageSize\":3}", 4)]
    [InlineData("emptyPages", "{\"pageSize\":3,\"emptyPages\":true}", 7)]
    [InlineData("malformedLinks", "{\"pageSize\":3,\"malformedLinks\":true}", 4)]
    public async Task Pages_follow_the_settings(string setting, string body, int expected)
    {
        await using TestService service = await TestService.StartAsync();
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 10 });
        await service.SendAsync("POST", "/_emulator/settings", body);
        List<JObject> pages = await Pages.ReadAsync(service, "/v1/invoices/G000000001/lineitems?" + Billing);
        Assert.Equal((setting, expected, 10), (setting, pages.Count, pages.Items().Count()));
    }

    [Theory]
    [InlineData("provider=office&invoiceLineItemType=UsageLineItems")]
    [InlineData("provider=all&invoiceLineItemType=UsageLineItems")]
    [InlineData("provider=onetime")]
    [InlineData("invoiceLineItemType=BillingLineItems")]
    [InlineData("provider=nobody&invoiceLineItemType=BillingLineItems")]
    [InlineData("provider=onetime&invoiceLineItemType=BillingLineItems&currencyCode=EUR")]
    public async Task Combinations_that_the_table_does_not_have_are_refused(string query)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync("/v1/invoices/G000773581/lineitems?" + query);
        Assert.Equal((400, "3000"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Lines_that_an_invoice_does_not_have_are_an_empty_page()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync("/v1/invoices/G031809528/lineitems?provider=onetime&invoiceLineItemType=UsageLineItems");
        Assert.Equal((200, 0), (answer.Status, answer.Json["items"]!.Count()));
        Assert.Equal(404, (await service.GetAsync("/v1/invoices/G999999999/lineitems?" + Billing)).Status);
    }

    [Fact]
    public async Task Periods_after_march_2025_are_refused_for_new_commerce_only()
    {
        await using TestService service = await TestService.StartAsync();
        await AddAsync(service, new { id = "G000000003", date = "2025-04-08", lines = 1 });
        await AddAsync(service, new { id = "D00000001X", type = "Recurring", date = "2025-05-08", lines = 1 });
        Answer retired = await service.GetAsync("/v1/invoices/G072504001/lineitems?" + Billing);
        Assert.Equal((400, "800042"), (retired.Status, retired.Code));
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/G000000003/lineitems?" + Billing)).Status);
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/D00000001X/lineitems?provider=office&invoiceLineItemType=BillingLineItems")).Status);
        await service.SendAsync("POST", "/_emulator/settings", new { retiredLineItems = false });
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/G072504001/lineitems?" + Billing)).Status);
    }

    [Fact]
    public async Task Open_charges_leave_the_older_api_on_the_fifteenth_of_march_2026()
    {
        await using TestService service = await TestService.StartAsync(options: new EmulatorOptions { StartTime = new DateTimeOffset(2026, 3, 14, 23, 59, 59, TimeSpan.Zero) });
        const string Path = "/v1/invoices/unbilled/lineitems?" + Billing + "&currencyCode=USD&period=current";
        Assert.Equal(200, (await service.GetAsync(Path)).Status);
        service.Emulator.Advance(TimeSpan.FromSeconds(1));
        Answer retired = await service.GetAsync(Path);
        Assert.Equal((400, "800042"), (retired.Status, retired.Code));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Lines_that_are_not_ready_are_no_content_and_say_when_to_come_again(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 1 });
        await AddAsync(service, new { id = "D00000001X", type = "Recurring", date = "2025-06-10T11:59:00Z", lines = 1 });
        await service.SendAsync("POST", "/_emulator/settings", new { lineItemLagSeconds = 90 });
        const string Path = "/v1/invoices/D00000001X/lineitems?provider=office&invoiceLineItemType=BillingLineItems";
        Answer waiting = await service.GetAsync(Path);
        Assert.Equal((204, "30", ""), (waiting.Status, waiting.Header("Retry-After"), waiting.Text));
        service.Emulator.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await service.GetAsync(Path)).Status);
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/G000000001/lineitems?" + Billing)).Status);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_lines_and_another_gives_others()
    {
        await using TestService service = await TestService.StartAsync();
        foreach (int seed in new[] { 1, 1, 2 })
        {
            await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 300, usageLines = 5, seed });
        }

        string Path(string id) => "/v1/invoices/" + id + "/lineitems?" + Billing;
        string second = (await service.GetAsync(Path("G000000001"))).Text;
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 300, usageLines = 5, seed = 1 });
        string first = (await service.GetAsync(Path("G000000001"))).Text;
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 300, usageLines = 5, seed = 1 });
        Assert.Equal(WithoutToken(first), WithoutToken((await service.GetAsync(Path("G000000001"))).Text));
        Assert.NotEqual(WithoutToken(first), WithoutToken(second));
    }

    [Fact]
    public async Task Usage_lines_come_to_the_billing_line_that_stands_for_them()
    {
        await using TestService service = await TestService.StartAsync();
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 400, usageLines = 5000, currency = "EUR" });
        List<JObject> billing = await Pages.ReadAsync(service, "/v1/invoices/G000000001/lineitems?" + Billing);
        List<JObject> usage = await Pages.ReadAsync(service, "/v1/invoices/G000000001/lineitems?provider=onetime&invoiceLineItemType=UsageLineItems");
        JToken azure = billing.Items().Last();
        Assert.Equal(5000, usage.Items().Count());
        Assert.Equal(Math.Round(usage.Items().Sum(line => (decimal)line["billingPreTaxTotal"]!), 2, MidpointRounding.AwayFromZero), (decimal)azure["subtotal"]!);
        await AssertTotalAsync(service, "G000000001", billing.Items());
    }

    [Fact]
    public async Task A_million_lines_take_no_memory()
    {
        await using TestService service = await TestService.StartAsync();
        await AddAsync(service, new { id = "G000000001", date = "2021-06-08", lines = 1_000_000 });
        JObject page = (await service.GetAsync("/v1/invoices/G000000001/lineitems?" + Billing + "&size=1")).Json;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using HttpResponseMessage answer = await service.Client.GetAsync(new Uri("/v1/invoices/G000000001/lineitems?" + Billing, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        long length = 0;
        byte[] buffer = new byte[16 * 1024];
        await using (System.IO.Stream body = await answer.Content.ReadAsStreamAsync())
        {
            int read;
            while ((read = await body.ReadAsync(buffer)) > 0)
            {
                length += read;
            }
        }

        // Three megabytes went by, and hardly more than one buffer was taken for them.
        Assert.True(page.HasValues);
        Assert.Equal(answer.Content.Headers.ContentLength, length);
        Assert.True(length > 3_000_000, "The page is " + length + " bytes.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000, "Too much was allocated: " + (GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Faults_reach_streamed_pages_too(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        const string Path = "/v1/invoices/G016907411/lineitems?" + Billing;
        await service.SetFaultAsync(new { operation = "invoices.lineItems", truncateBody = true });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => service.GetAsync(Path));
        await service.SetFaultAsync(new { operation = "invoices.lineItems", pascalCase = true, numbersAsText = true, unknownMembers = true });
        JToken line = (await service.GetAsync(Path)).Json["Items"]![0]!;
        Assert.Equal((JTokenType.String, JTokenType.Object), (line["UnitPrice"]!.Type, line["AddedTomorrow"]!.Type));
        await service.SetFaultAsync(new { operation = "invoices.lineItems", status = 204, retryAfter = "7", errorBody = "empty" });
        Answer waiting = await service.GetAsync(Path);
        Assert.Equal((204, "7"), (waiting.Status, waiting.Header("Retry-After")));
        await service.SendAsync("POST", "/_emulator/settings", new { byteOrderMark = 1 });
        Assert.Equal(120, JObject.Parse((await service.GetAsync(Path)).Text.TrimStart('\uFEFF'))["items"]!.Count());
    }

    private static async Task AddAsync(TestService service, object invoice) => Assert.Equal(201, (await service.SendAsync("POST", "/_emulator/invoices", invoice)).Status);

    private static async Task<decimal> TotalAsync(TestService service, string id) => (decimal)(await service.GetAsync("/v1/invoices/" + id)).Json["totalCharges"]!;

    private static async Task AssertTotalAsync(TestService service, string id, IEnumerable<JToken> lines) =>
        Assert.Equal(await TotalAsync(service, id), lines.Sum(line => (decimal)line["totalForCustomer"]!));

    private static async Task<Answer> NextAsync(TestService service, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path);
        request.Headers.TryAddWithoutValidation("MS-ContinuationToken", token);
        return await Answer.ReadAsync(await service.Client.SendAsync(request));
    }

    private static string WithoutToken(string page) => page[page.IndexOf("\"items\"", StringComparison.Ordinal)..page.IndexOf("\"links\"", StringComparison.Ordinal)];
}
