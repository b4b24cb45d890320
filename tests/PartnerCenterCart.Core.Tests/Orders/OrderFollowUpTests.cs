using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Path, verb and retry class of what can be asked about an order and done to it.</summary>
public class OrderFollowUpTests
{
    private const string Path = $"/v1/customers/{Sample.CustomerId}/orders/{Sample.OrderId}";

    [Fact]
    public async Task The_provisioning_status_is_one_object_for_each_line()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/order-provisioning-status-response.json"));

        OrderLineItemProvisioningStatus status = (await Order(transport).ProvisioningStatus.GetAsync()).Items.Single();

        Assert.Equal(("orders.provisioningStatus", "GET", Path + "/provisioningstatus", RetryClass.Read), Sent(transport));
        Assert.Equal(("fulfilled", 0, Sample.CustomerId, Sample.OrderId), (status.Status, status.LineItemNumber, status.CustomerId, status.OrderId));
        Assert.Equal("1 fulfilled", status.QuantityProvisioningInformation!.Single().ToString());
    }

    [Fact]
    public async Task The_activation_link_of_a_line_is_read()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[{"link":{"uri":"https://publisher.example/x"}}]}"""));

        OrderLineItemActivationLink link = (await Order(transport).OrderLineItems.ById(2).ActivationLink.GetAsync()).Items.Single();

        Assert.Equal(("orders.lineItemActivationLinks", "GET", Path + "/lineitems/2/activationlinks", RetryClass.Read), Sent(transport));
        Assert.Equal(("https://publisher.example/x", 2, Sample.OrderId), (link.Uri, link.LineItemNumber, link.OrderId));
    }

    [Fact]
    public async Task The_activation_links_of_all_lines_are_read()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[]}"""));

        Assert.Empty((await Order(transport).ActivationLinks.GetAsync()).Items);

        Assert.Equal(("orders.activationLinks", "GET", Path + "/activationlinks", RetryClass.Read), Sent(transport));
    }

    [Fact]
    public async Task Attachments_are_listed_and_read()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[{"attachmentId":"a1","sizeInKB":"12"}]}"""), Answer.Of(200, "%PDF"));

        OrderAttachment attachment = (await Order(transport).Attachments.GetAsync()).Items.Single();
        byte[] file = await Order(transport).Attachments.DownloadAsync("a1");

        Assert.Equal(("a1", 12, Sample.OrderId), (attachment.AttachmentId, attachment.SizeInKB, attachment.OrderId));
        Assert.Equal("%PDF"u8.ToArray(), file);
        Assert.Equal(new[] { Path + "/attachments", Path + "/attachment/a1" }, transport.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Documents_are_sent_as_a_form_and_not_twice_on_a_guess()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[{"attachmentId":"a1"}]}""", 201));

        OrderAttachment made = Assert.Single(await Order(transport).Attachments.CreateAsync(
            new AttachmentMetadata { CustomerPrice = 12.5m, Currency = "USD" }, new[] { new OrderDocument("order \"1\".pdf", "%PDF"u8.ToArray()) }));

        Assert.Equal(("orders.attachments.create", "POST", Path + "/attachment", RetryClass.Write), Sent(transport));
        Assert.Equal(("a1", Sample.OrderId), (made.AttachmentId, made.OrderId));
        string body = System.Text.Encoding.UTF8.GetString(transport.Request.Body!);
        Assert.StartsWith("multipart/form-data; boundary=", transport.Request.ContentType, StringComparison.Ordinal);
        Assert.Contains("name=\"metadata\"", body);
        Assert.Contains("\"customerPrice\":12.5", body);
        Assert.Contains("name=\"pofiles\"; filename=\"order '1'.pdf\"", body);
    }

    [Fact]
    public async Task An_order_is_cancelled_as_published_and_may_be_repeated_with_its_request_id()
    {
        using var transport = new ScriptedTransport(Answer.Json("{}"));

        await Order(transport).CancelAsync(new[] { new OrderLineItem { LineItemNumber = 0, OfferId = "DG7GMGF0FKZV:0003:DG7GMGF0DWMS", Quantity = 4 } });

        Assert.Equal(("orders.patch", "PATCH", Path, RetryClass.RepeatableWrite), Sent(transport));
        JObject expected = Fixture.Json("contract/order-cancel-request-software.json");
        expected["id"] = Sample.OrderId;
        JsonComparison.Same(expected, Sample.Body(transport.Request));
    }

    [Fact]
    public async Task A_whole_order_is_cancelled_without_naming_lines()
    {
        using var transport = new ScriptedTransport(Answer.Json("{}"));

        await Order(transport).CancelAsync();

        JsonComparison.Same(new JObject { ["id"] = Sample.OrderId, ["status"] = "cancelled" }, Sample.Body(transport.Request));
    }

    [Fact]
    public async Task An_order_without_a_cart_is_never_sent_twice_on_a_guess()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"id":"a68736758d9c"}""", 201));
        Order draft = OrderDraft.Of(Sample.CustomerId, new[] { Sample.Line(), Sample.Line(quantity: 3) });

        Order order = await Sample.Customer(transport).Orders.CreateAsync(draft);

        Assert.Equal(("orders.create", "POST", $"/v1/customers/{Sample.CustomerId}/orders", RetryClass.Write), Sent(transport));
        Assert.Equal(new int?[] { 0, 1 }, draft.LineItems!.Select(line => line.LineItemNumber));
        Assert.Equal(("a68736758d9c", Sample.CustomerId), (order.Id, order.CustomerId));
    }

    [Fact]
    public void An_order_has_one_billing_cycle() =>
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => OrderDraft.Of(Sample.CustomerId, new[] { Sample.Line(), Sample.Line(cycle: "annual") })).Kind);

    [Fact]
    public void A_line_below_zero_is_refused()
    {
        using var transport = new ScriptedTransport();
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => Order(transport).OrderLineItems.ById(-1)).Kind);
    }

    private static OrderOperations Order(IPartnerTransport transport) => Sample.Customer(transport).Orders.ById(Sample.OrderId);

    private static (string Operation, string Method, string Path, RetryClass RetryClass) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
