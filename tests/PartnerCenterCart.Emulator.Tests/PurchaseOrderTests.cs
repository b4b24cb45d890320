using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Orders that wait for a purchase-order document (behaviours.md sections 8 and 12).</summary>
public class PurchaseOrderTests
{
    private const string Customer = "71b277b9-9cc1-4fef-a0df-7355006cb52e";
    private const string SandboxItem = "DG7GMGF0D7FV:0001:DG7GMGF0D7F1";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_order_waits_for_its_document_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        string order = await OrderAsync(service, new { purchaseOrderItems = new[] { Seeds.BaseSeat } }, Lines.Seat(cycle: "annual"));

        Answer answer = await service.GetAsync(order);
        JObject published = (JObject)ContractExample.Read("order-get-response-pending-po-upload");
        answer.Json.Remove("lineItems");
        // Only a fragment is published, without its lines.
        JToken compared = answer.Json.DeepClone();
        Assert.Equal(
            ["+attributes", "+client", "+links", "-lineItems", "~alternateId", "~creationDate", "~id"],
            System.Linq.Enumerable.Order(JsonDifference.Between(published, WithoutLines(compared)), StringComparer.Ordinal));

        await AdvanceAsync(service, 1_000_000);
        Assert.Equal("pending_po_upload", await StatusAsync(service, order));
        Assert.Equal("prefulfillmentpending", (string)(await service.GetAsync(order + "/provisioningstatus")).Json["items"]![0]!["status"]!);
        Assert.Empty((await service.GetAsync($"/v1/customers/{Customer}/subscriptions")).Json["items"]!);
    }

    [Fact]
    public async Task The_document_starts_the_review_and_the_review_ends_in_the_purchase()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { purchaseOrderItems = new[] { Seeds.BaseSeat }, subscriptionLagSeconds = 10 }, Lines.Seat());
        await AdvanceAsync(service, 3600);

        Assert.Equal(201, (await UploadAsync(service, order, "{\"customerPrice\":\"12.5\",\"currency\":\"USD\"}")).Status);
        Assert.Equal("po_upload_complete", await StatusAsync(service, order));
        await AdvanceAsync(service, 59);
        Assert.Equal("po_upload_complete", await StatusAsync(service, order));
        await AdvanceAsync(service, 1);
        Assert.Equal("completed", await StatusAsync(service, order));
        Assert.Null((await service.GetAsync(order)).Json["lineItems"]![0]!["subscriptionId"]);
        await AdvanceAsync(service, 10);
        string subscription = (string)(await service.GetAsync(order)).Json["lineItems"]![0]!["subscriptionId"]!;
        JObject bought = (await service.GetAsync($"/v1/customers/{Customer}/subscriptions/{subscription}")).Json;
        Assert.StartsWith("2026-06-09", (string)bought["commitmentEndDate"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Nothing_is_charged_before_the_review_is_over(bool rejects, int expected)
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { purchaseOrderItems = new[] { Seeds.BaseSeat }, rejectPurchaseOrders = rejects }, Lines.Seat());
        await AdvanceAsync(service, 3600);
        await UploadAsync(service, order, "{\"customerPrice\":12.5,\"currency\":\"USD\"}");
        await AdvanceAsync(service, 59);
        Assert.Equal(0, await OpenChargesAsync(service));
        await AdvanceAsync(service, 1);
        Assert.Equal(expected, await OpenChargesAsync(service));
    }

    [Fact]
    public async Task A_rejected_document_ends_it()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { purchaseOrderItems = new[] { Seeds.BaseSeat }, rejectPurchaseOrders = true, purchaseOrderReviewSeconds = 5 }, Lines.Seat());
        await UploadAsync(service, order, "{\"customerPrice\":12.5,\"currency\":\"USD\"}");
        await AdvanceAsync(service, 5);
        Assert.Equal("po_review_rejected", await StatusAsync(service, order));
        Assert.Empty((await service.GetAsync($"/v1/customers/{Customer}/subscriptions")).Json["items"]!);
    }

    [Theory]
    [InlineData(true, "pending_po_upload")]
    [InlineData(false, "pending")]
    public async Task In_a_sandbox_two_products_wait_for_a_document(bool sandbox, string status)
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { sandbox }, Lines.Perpetual().With("catalogItemId", SandboxItem));
        Assert.Equal(status, await StatusAsync(service, order));
    }

    [Fact]
    public async Task An_order_that_waits_can_be_cancelled()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { sandbox = true }, Lines.Perpetual().With("catalogItemId", SandboxItem));
        Assert.Equal("cancelled", (string)(await service.SendAsync("PATCH", order, new { status = "cancelled" })).Json["status"]!);
        await UploadAsync(service, order, "{\"customerPrice\":12.5,\"currency\":\"USD\"}");
        Assert.Equal("cancelled", await StatusAsync(service, order));
    }

    [Theory]
    [InlineData(null, true, "900254")]
    [InlineData("{\"currency\":\"USD\"}", true, "900254")]
    [InlineData("{\"customerPrice\":\"12.5\"}", true, "900254")]
    [InlineData("{\"customerPrice\":\"12.5\",\"currency\":\"USD\"}", false, "900252")]
    [InlineData("{\"customerPrice\":\"12.5\",\"currency\":\"USD\",\"isPartofTender\":true}", true, "900253")]
    public async Task What_is_missing_in_an_upload_is_told(string? metadata, bool withFile, string code)
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { sandbox = true }, Lines.Perpetual().With("catalogItemId", SandboxItem));
        Answer answer = await UploadAsync(service, order, metadata, withFile);
        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal("pending_po_upload", await StatusAsync(service, order));
    }

    [Fact]
    public async Task The_published_metadata_is_taken()
    {
        await using TestService service = await TestService.StartAsync();
        string order = await OrderAsync(service, new { sandbox = true }, Lines.Perpetual().With("catalogItemId", SandboxItem));
        Assert.Equal(201, (await UploadAsync(service, order, ContractExample.Text("order-attachment-metadata-request"))).Status);
    }

    private static JToken WithoutLines(JToken order)
    {
        ((JObject)order).Remove("lineItems");
        return order;
    }

    private static async Task<string> OrderAsync(TestService service, object settings, JObject line)
    {
        Assert.Equal(200, (await service.SendAsync("POST", "/_emulator/settings", settings)).Status);
        Answer cart = await service.CreateCartAsync(Customer, Lines.Cart(line));
        Answer result = await service.CheckoutAsync(Customer, cart.Id);
        Assert.Equal(201, result.Status);
        return $"/v1/customers/{Customer}/orders/{(string)result.Json["orders"]![0]!["id"]!}";
    }

    private static async Task<Answer> UploadAsync(TestService service, string order, string? metadata, bool withFile = true)
    {
        using var body = new MultipartFormDataContent();
        if (metadata is not null)
        {
            body.Add(new StringContent(metadata, Encoding.UTF8, "application/json"), "\"metadata\"");
        }

        if (withFile)
        {
            body.Add(new ByteArrayContent([1, 2, 3]), "\"pofiles\"", "\"order.pdf\"");
        }
        else
        {
            body.Add(new ByteArrayContent([1, 2, 3]), "\"tenderfiles\"", "\"tender.pdf\"");
        }

        using HttpResponseMessage message = await service.Client.PostAsync(order + "/attachment", body);
        return await Answer.ReadAsync(message);
    }

    private static async Task<int> OpenChargesAsync(TestService service) =>
        ((JArray)(await service.GetAsync("/v1/invoices/unbilled/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems&currencyCode=USD&period=current")).Json["items"]!).Count;

    private static Task<Answer> AdvanceAsync(TestService service, double seconds) => service.SendAsync("POST", "/_emulator/clock", new { advanceSeconds = seconds });

    private static async Task<string> StatusAsync(TestService service, string order) => (string)(await service.GetAsync(order)).Json["status"]!;
}
