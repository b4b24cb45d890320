using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Reconciliation v2: exports, operations, manifests and files (newer-facts.md).</summary>
public class ExportTests
{
    private const string Root = "/v1.0/reports/partners/billing/";
    private const string Billed = Root + "reconciliation/billed/export";
    private const string Unbilled = Root + "reconciliation/unbilled/export";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_export_is_accepted_runs_and_ends_in_a_manifest_whose_files_hold_every_line(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer accepted = await service.SendAsync("POST", Billed, new { invoiceId = "G016907411", attributeSet = "full" });
        Assert.Equal((202, "10"), (accepted.Status, accepted.Header("Retry-After")));
        string operation = accepted.Header("Location")!;
        Assert.StartsWith(service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + Root + "operations/", operation, StringComparison.Ordinal);
        var seen = new List<(string?, string?, string?)>();
        Answer answer = await service.GetAsync(operation);
        for (; answer.Json["resourceLocation"] is null; answer = await service.GetAsync(operation))
        {
            seen.Add(((string?)answer.Json["@odata.type"], (string?)answer.Json["status"], answer.Header("Retry-After")));
            service.Emulator.Advance(TimeSpan.FromSeconds(int.Parse(answer.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture)));
        }

        const string Running = "#microsoft.graph.partners.billing.runningOperation";
        Assert.Equal([(Running, "notStarted", "10"), (Running, "running", "10")], seen);
        Assert.Equal(("#microsoft.graph.partners.billing.exportSuccessOperation", "succeeded"), ((string)answer.Json["@odata.type"]!, (string)answer.Json["status"]!));
        Assert.Null(answer.Header("Retry-After"));

        JToken manifest = answer.Json["resourceLocation"]!;
        Assert.Equal((3, "compressedJSONLines"), ((int)manifest["blobCount"]!, (string)manifest["dataFormat"]!));
        Assert.Equal(manifest.ToString(), (await service.GetAsync(Root + "manifests/" + manifest["id"])).Json.ToString());
        List<JObject> rows = await RowsAsync(service, manifest);
        JToken[] lines = [.. (await service.GetAsync("/v1/invoices/G016907411/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems")).Json["items"]!];
        Assert.Equal(lines.Select(line => (string)line["orderId"]!), rows.Select(row => (string)row["OrderId"]!));
        Assert.Equal(lines.Select(line => (decimal)line["totalForCustomer"]!), rows.Select(row => (decimal)row["Total"]!));
        Assert.Equal((decimal)(await service.GetAsync("/v1/invoices/G016907411")).Json["totalCharges"]!, rows.Sum(row => (decimal)row["Total"]!));
    }

    [Fact]
    public async Task Rows_have_the_published_columns()
    {
        await using TestService service = await StartAsync();
        string[] purchase = Columns("""
            PartnerId CustomerId CustomerName CustomerDomainName CustomerCountry InvoiceNumber MpnId Tier2MpnId OrderId OrderDate ProductId SkuId AvailabilityId SkuName
            ProductName ChargeType UnitPrice Quantity Subtotal TaxTotal Total Currency PriceAdjustmentDescription PublisherName PublisherId SubscriptionDescription
            SubscriptionId ChargeStartDate ChargeEndDate TermAndBillingCycle EffectiveUnitPrice UnitType AlternateId BillableQuantity BillingFrequency PricingCurrency
            PCToBCExchangeRate PCToBCExchangeRateDate MeterDescription ReservationOrderId CreditReasonCode SubscriptionStartDate SubscriptionEndDate ReferenceId
            ProductQualifiers PromotionId ProductCategory
            """);
        string[] usage = Columns("""
            AdditionalInfo AvailabilityId BenefitID BenefitOrderID BenefitType BillingCurrency BillingPreTaxTotal ChargeEndDate ChargeStartDate ChargeType ConsumedService
            CreditPercentage CreditType CustomerCountry CustomerDomainName CustomerId CustomerName EffectiveUnitPrice EntitlementDescription EntitlementId InvoiceNumber
            MeterCategory MeterId MeterName MeterRegion MeterSubCategory MeterType MpnId PartnerEarnedCreditPercentage PartnerId PartnerName PCToBCExchangeRate
            PricingCurrency PricingPreTaxTotal ProductId ProductName PublisherId PublisherName Quantity ResourceGroup ResourceLocation ResourceURI ServiceInfo1 ServiceInfo2
            SkuId SkuName SubscriptionDescription SubscriptionId Tags Tier2MpnId Unit UnitPrice UnitType UsageDate
            """);
        string[] basicUsage = Columns("""
            AdditionalInfo BenefitOrderID BenefitType BillingCurrency BillingPreTaxTotal ChargeEndDate ChargeStartDate ChargeType CreditPercentage CreditType CustomerId
            CustomerName EffectiveUnitPrice EntitlementId InvoiceNumber PartnerId PartnerName PCToBCExchangeRate PricingCurrency PricingPreTaxTotal ProductId PublisherName
            Quantity ResourceURI SkuId SkuName SubscriptionId UnitPrice UnitType UsageDate
            """);
        Assert.Equal(purchase, await ColumnsAsync(service, Billed, "full"));
        // One date more than the table of attributes has: exported files show it.
        Assert.Equal(usage.Append("PCToBCExchangeRateDate").Order(StringComparer.Ordinal), await ColumnsAsync(service, Root + "usage/billed/export", "full"));
        Assert.Equal(basicUsage, await ColumnsAsync(service, Root + "usage/billed/export", "basic"));
        Assert.ProperSubset(purchase.ToHashSet(), (await ColumnsAsync(service, Billed, "basic")).ToHashSet());
    }

    [Theory]
    [InlineData("1234000000", Billed)]
    [InlineData("D02005YFHI", Billed)]
    [InlineData("G000773581", Billed)]
    [InlineData("G031809528", Root + "usage/billed/export")]
    public async Task What_v2_does_not_have_fails_with_5000(string invoice, string path)
    {
        await using TestService service = await StartAsync();
        JObject failed = await EndAsync(service, path, new { invoiceId = invoice });
        Assert.Equal(("#microsoft.graph.partners.billing.failedOperation", "failed"), ((string)failed["@odata.type"]!, (string)failed["status"]!));
        Assert.Equal(("5000", "No data available"), ((string)failed["error"]!["code"]!, (string)failed["error"]!["message"]!));
    }

    [Fact]
    public async Task What_is_not_billed_yet_can_be_exported_as_of_the_end_of_the_export()
    {
        await using TestService service = await StartAsync();
        Assert.Equal("failed", (string?)(await EndAsync(service, Unbilled, new { currencyCode = "USD", billingPeriod = "current" }))["status"]);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(quantity: 4)));
        await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        JToken manifest = (await EndAsync(service, Unbilled, new { currencyCode = "usd", billingPeriod = "current" }))["resourceLocation"]!;
        JObject row = Assert.Single(await RowsAsync(service, manifest));
        Assert.Equal((4m, "", 0m), ((decimal)row["Quantity"]!, (string)row["InvoiceNumber"]!, (decimal)row["Total"]!));
        service.Emulator.Advance(TimeSpan.FromDays(25));
        JToken later = (await EndAsync(service, Unbilled, new { currencyCode = "USD", billingPeriod = "last" }))["resourceLocation"]!;
        Assert.Equal((string?)manifest["eTag"], (string?)later["eTag"]);
        service.Emulator.Advance(TimeSpan.FromDays(5));
        Assert.Equal("failed", (string?)(await EndAsync(service, Unbilled, new { currencyCode = "USD", billingPeriod = "last" }))["status"]);
    }

    [Theory]
    [InlineData(Billed, "{}", 400)]
    [InlineData(Billed, "not json", 400)]
    [InlineData(Billed, "{\"invoiceId\":\"G016907411\",\"attributeSet\":\"some\"}", 400)]
    [InlineData(Billed, "{\"invoiceId\":\"G999999999\"}", 404)]
    [InlineData(Unbilled, "{\"billingPeriod\":\"current\"}", 400)]
    [InlineData(Unbilled, "{\"currencyCode\":\"USD\",\"billingPeriod\":\"previous\"}", 400)]
    [InlineData(Root + "nothing", "{}", 404)]
    public async Task Wrong_requests_are_refused_in_the_words_of_graph(string path, string body, int status)
    {
        await using TestService service = await StartAsync();
        Answer answer = await service.SendAsync("POST", path, body);
        Assert.Equal(status, answer.Status);
        Assert.All(new[] { "code", "message" }, name => Assert.NotEmpty((string)answer.Json["error"]![name]!));
        Assert.NotNull(answer.Header("request-id"));
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_signature_expires_on_the_clock_and_a_fresh_manifest_has_another(Door door)
    {
        await using TestService service = await StartAsync(door);
        JToken manifest = (await EndAsync(service, Billed, new { invoiceId = "G016907411" }))["resourceLocation"]!;
        string first = Address(manifest, 0);
        Assert.Equal(200, (await FetchAsync(service, first)).Status);
        service.Emulator.Advance(TimeSpan.FromHours(1));
        Answer expired = await FetchAsync(service, first);
        Assert.Equal((403, "AuthenticationFailed"), (expired.Status, expired.Header("x-ms-error-code")));
        JToken fresh = (await service.GetAsync(Root + "manifests/" + manifest["id"])).Json;
        Assert.Equal(((string?)manifest["eTag"], manifest["blobs"]!.ToString()), ((string?)fresh["eTag"], fresh["blobs"]!.ToString()));
        Assert.NotEqual((string?)manifest["sasToken"], (string?)fresh["sasToken"]);
        Assert.Equal(200, (await FetchAsync(service, Address(fresh, 0))).Status);

        string address = Address(fresh, 0);
        Assert.Equal(403, (await FetchAsync(service, address[..address.IndexOf('?', StringComparison.Ordinal)])).Status);
        Assert.Equal(403, (await FetchAsync(service, address.Replace("sig=", "sig=A", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await FetchAsync(service, address, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "t"))).Status);
        Assert.Equal(404, (await FetchAsync(service, address.Replace("/part-00000", "/part-00009", StringComparison.Ordinal))).Status);
        Assert.DoesNotContain(Uri.EscapeDataString(SignatureOf(address)), (await service.LogAsync()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Files_are_the_same_bytes_each_time_and_come_in_ranges(Door door)
    {
        await using TestService service = await StartAsync(door);
        await service.SendAsync("POST", "/_emulator/invoices", new { id = "G000000001", date = "2025-05-08", lines = 3000, blobs = 2 });
        JToken manifest = (await EndAsync(service, Billed, new { invoiceId = "G000000001" }))["resourceLocation"]!;
        string address = Address(manifest, 1);
        (byte[] whole, HttpResponseMessage message) = await BytesAsync(service, address);
        string etag = message.Headers.ETag!.Tag;
        Assert.Equal(whole.Length, message.Content.Headers.ContentLength);
        Assert.Equal(whole, (await BytesAsync(service, address)).Bytes);
        Assert.Equal(1500, Unpacked(whole).Count);

        (byte[] rest, HttpResponseMessage part) = await BytesAsync(service, address, request => request.Headers.Range = new RangeHeaderValue(1000, null));
        Assert.Equal((206, whole.Length - 1000L), ((int)part.StatusCode, part.Content.Headers.ContentLength));
        Assert.Equal("bytes 1000-" + (whole.Length - 1) + "/" + whole.Length, part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(whole[1000..], rest);
        Assert.Equal(whole[10..21], (await BytesAsync(service, address, request => request.Headers.Range = new RangeHeaderValue(10, 20))).Bytes);
        Assert.Equal(416, (await FetchAsync(service, address, request => request.Headers.Range = new RangeHeaderValue(whole.Length, null))).Status);
        Assert.Equal(412, (await FetchAsync(service, address, request => request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"other\"")))).Status);
        Assert.Equal(304, (await FetchAsync(service, address, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(etag)))).Status);
        (byte[] again, _) = await BytesAsync(service, address, request =>
        {
            request.Headers.Range = new RangeHeaderValue(1000, null);
            request.Headers.IfRange = new RangeConditionHeaderValue("\"other\"");
        });
        Assert.Equal(whole, again);

        // Other lines, other files, another version.
        await service.SendAsync("POST", "/_emulator/invoices", new { id = "G000000001", date = "2025-05-08", lines = 3000, blobs = 2, seed = 1 });
        Assert.Equal(404, (await FetchAsync(service, address)).Status);
        Assert.NotEqual((string?)manifest["eTag"], (string?)(await service.GetAsync(Root + "manifests/" + manifest["id"])).Json["eTag"]);
    }

    [Fact]
    public async Task Broken_rows_are_no_json_and_the_others_are_whole()
    {
        await using TestService service = await StartAsync();
        await service.SendAsync("POST", "/_emulator/invoices", new { id = "G000000001", date = "2025-05-08", lines = 10, brokenRows = new[] { 4 } });
        JToken manifest = (await EndAsync(service, Billed, new { invoiceId = "G000000001" }))["resourceLocation"]!;
        List<string> rows = Unpacked((await BytesAsync(service, Address(manifest, 0))).Bytes);
        Assert.Equal([4], Enumerable.Range(0, rows.Count).Where(row => !rows[row].EndsWith('}')));
        Assert.Equal(10, rows.Count);
    }

    [Fact]
    public async Task Operations_fail_and_show_any_status_on_request()
    {
        await using TestService service = await StartAsync();
        await service.SetFaultAsync(new { operation = "reconciliation.billed.export", exportError = "500", description = "Something broke." });
        JObject failed = await EndAsync(service, Billed, new { invoiceId = "G016907411" });
        Assert.Equal(("500", "Something broke."), ((string)failed["error"]!["code"]!, (string)failed["error"]!["message"]!));

        await service.SetFaultAsync(new { operation = "reconciliation.operation", exportStatus = "validating", times = 1 });
        JObject odd = await EndAsync(service, Billed, new { invoiceId = "G016907411" });
        Assert.Equal(("validating", "#microsoft.graph.partners.billing.runningOperation"), ((string)odd["status"]!, (string)odd["@odata.type"]!));
        await service.SetFaultAsync(new { operation = "reconciliation.operation", status = 503, retryAfter = "3" });
        Answer unavailable = await service.GetAsync(Root + "operations/" + odd["id"]);
        Assert.Equal((503, "3", "ServiceUnavailable"), (unavailable.Status, unavailable.Header("Retry-After"), (string)unavailable.Json["error"]!["code"]!));
        await service.SetFaultAsync(new { operation = "reconciliation.billed.export", status = 429 });
        Answer throttled = await service.SendAsync("POST", Billed, new { invoiceId = "G016907411" });
        Assert.Equal((429, "1", "TooManyRequests"), (throttled.Status, throttled.Header("Retry-After"), (string)throttled.Json["error"]!["code"]!));

        await service.SendAsync("POST", "/_emulator/settings", new { manifestLink = true });
        JObject linked = (await service.GetAsync(Root + "operations/" + odd["id"])).Json;
        Assert.Null(linked["resourceLocation"]);
        Assert.Equal(200, (await service.GetAsync((string)linked["resourceLocation@odata.navigationLink"]!)).Status);
    }

    [Fact]
    public async Task A_file_can_break_off_in_its_middle()
    {
        await using TestService service = await StartAsync(Door.Kestrel);
        string address = Address((await EndAsync(service, Billed, new { invoiceId = "G016907411" }))["resourceLocation"]!, 0);
        await service.SetFaultAsync(new { operation = "reconciliation.blob", truncateBody = true });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => BytesAsync(service, address));
        Assert.Equal(200, (await FetchAsync(service, address)).Status);
    }

    [Theory]
    [InlineData(null, 401, "InvalidAuthenticationToken")]
    [InlineData("{\"aud\":\"https://api.partnercenter.microsoft.com\",\"roles\":[\"PartnerBilling.Read.All\"]}", 401, "InvalidAuthenticationToken")]
    [InlineData("{\"aud\":\"https://graph.microsoft.com\",\"roles\":[\"PartnerBilling.Read.All\"],\"exp\":1}", 401, "InvalidAuthenticationToken")]
    [InlineData("{\"aud\":\"https://graph.microsoft.com\",\"roles\":[\"User.Read.All\"]}", 403, "Authorization_RequestDenied")]
    [InlineData("{\"aud\":\"https://graph.microsoft.com\",\"roles\":[\"PartnerBilling.Read.All\"]}", 202, null)]
    [InlineData("{\"aud\":\"00000003-0000-0000-c000-000000000000\",\"scp\":\"openid PartnerBilling.Read.All\"}", 202, null)]
    public async Task Tokens_must_be_for_graph_and_allow_billing_data(string? claims, int status, string? code)
    {
        await using TestService service = await StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { audience = "https://api.partnercenter.microsoft.com" });
        service.Client.DefaultRequestHeaders.Clear();
        if (claims is not null)
        {
            service.Client.DefaultRequestHeaders.Add("Authorization", "Bearer e30." + Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=') + ".x");
        }

        Answer answer = await service.SendAsync("POST", Billed, new { invoiceId = "G016907411" });
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Text.Length == 0 ? null : (string?)answer.Json["error"]!["code"]);
    }

    [Fact]
    public async Task Exports_survive_a_restart()
    {
        string state = Path.Combine(Directory.CreateTempSubdirectory("emulator").FullName, "state.jsonl");
        string operation;
        byte[] before;
        await using (TestService service = await TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, StatePath = state }))
        {
            operation = (await service.SendAsync("POST", Billed, new { invoiceId = "G016907411" })).Header("Location")!;
            service.Emulator.Advance(TimeSpan.FromSeconds(20));
            before = (await BytesAsync(service, Address((await service.GetAsync(operation)).Json["resourceLocation"]!, 0))).Bytes;
        }

        for (int restart = 0; restart < 2; restart++)
        {
            await using TestService again = await TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, StatePath = state });
            Assert.Equal(before, (await BytesAsync(again, Address((await again.GetAsync(operation)).Json["resourceLocation"]!, 0))).Bytes);
        }
    }

    private static async Task<TestService> StartAsync(Door door = Door.InProcess)
    {
        TestService service = await TestService.StartAsync(door);
        await service.SendAsync("POST", "/_emulator/settings", new { exportSeconds = 0 });
        return service;
    }

    private static async Task<JObject> EndAsync(TestService service, string path, object body)
    {
        Answer accepted = await service.SendAsync("POST", path, body);
        Assert.Equal(202, accepted.Status);
        return (await service.GetAsync(accepted.Header("Location")!)).Json;
    }

    private static async Task<string[]> ColumnsAsync(TestService service, string path, string set)
    {
        JToken manifest = (await EndAsync(service, path, new { invoiceId = "G016907411", attributeSet = set }))["resourceLocation"]!;
        return [.. (await RowsAsync(service, manifest))[0].Properties().Select(column => column.Name).Order(StringComparer.Ordinal)];
    }

    private static string[] Columns(string text) => [.. text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static async Task<List<JObject>> RowsAsync(TestService service, JToken manifest)
    {
        var rows = new List<JObject>();
        for (int blob = 0; blob < (int)manifest["blobCount"]!; blob++)
        {
            rows.AddRange(Unpacked((await BytesAsync(service, Address(manifest, blob))).Bytes).Select(line => (JObject)Answer.Parse(line)));
        }

        return rows;
    }

    private static List<string> Unpacked(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Address(JToken manifest, int blob) => manifest["rootDirectory"] + "/" + manifest["blobs"]![blob]!["name"] + "?" + manifest["sasToken"];

    private static string SignatureOf(string address) => Uri.UnescapeDataString(address[(address.IndexOf("sig=", StringComparison.Ordinal) + 4)..]);

    private static async Task<Answer> FetchAsync(TestService service, string address, Action<HttpRequestMessage>? change = null)
    {
        (byte[] bytes, HttpResponseMessage message) = await BytesAsync(service, address, change);
        return new Answer((int)message.StatusCode, Encoding.UTF8.GetString(bytes), message);
    }

    // Without the token that the test's client adds to everything else.
    private static async Task<(byte[] Bytes, HttpResponseMessage Message)> BytesAsync(TestService service, string address, Action<HttpRequestMessage>? change = null)
    {
        using HttpClient client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change?.Invoke(request);
        HttpResponseMessage message = await client.SendAsync(request);
        return (await message.Content.ReadAsByteArrayAsync(), message);
    }
}
