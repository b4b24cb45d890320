using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class OrderChangeTests
{
    private const string Base = "1C2B75C1-74A5-472A-A729-7F8CEFC477F9";
    private const string Offer = "2828BE95-46BA-4F91-B2FD-0BEF192ECF60";

    [Fact]
    public async Task An_add_on_is_sent_as_published()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/order-patch-response-addon.json"));

        Order changed = await Sample.Customer(transport).Orders.ById("cf3b0e37-be0b-4cdd-b584-d1a97d98a922").PatchAsync(
            OrderChange.AddOns(OneSubscription(), new[] { AddOn() }));

        Assert.Equal(("orders.patch", "PATCH", RetryClass.Write), (transport.Request.Operation, transport.Request.Method, transport.Request.RetryClass));
        var published = Tests.Fixture.Json("contract/order-patch-request-addon.json");
        JToken line = Sample.Body(transport.Request)["lineItems"]!.Single();
        foreach (string name in new[] { "LineItemNumber", "OfferId", "ParentSubscriptionId", "FriendlyName", "Quantity" })
        {
            Assert.Equal(published["LineItems"]![0]![name], ((JObject)line).GetValue(name, System.StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal("4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04", (string)Sample.Body(transport.Request)["referenceCustomerId"]!);
        Assert.Equal(new[] { 0, 1 }, changed.LineItems!.Select(item => item.LineItemNumber!.Value));
    }

    [Fact]
    public void The_base_that_a_line_names_goes_before_the_one_that_the_call_names()
    {
        CartLineItem addOn = AddOn();
        addOn.ProvisioningContext = new ProvisioningContext { ["ParentSubscriptionId"] = Base };

        Order change = OrderChange.AddOns(new Order { LineItems = new List<OrderLineItem>() }, new[] { addOn, AddOn() }, "A356AC8C-E310-44F4-BF85-C7F29044AF99");

        Assert.Equal(new[] { Base, "A356AC8C-E310-44F4-BF85-C7F29044AF99" }, change.LineItems!.Select(line => line.ParentSubscriptionId));
    }

    [Theory]
    [InlineData(0, "no subscription")]
    [InlineData(2, "several subscriptions")]
    public void A_base_that_is_not_clear_is_asked_for(int subscriptions, string says)
    {
        var order = new Order { Id = "x", LineItems = Enumerable.Range(0, subscriptions).Select(n => new OrderLineItem { LineItemNumber = n, SubscriptionId = "s" + n }).ToList() };

        var refusal = Assert.Throws<PartnerException>(() => OrderChange.AddOns(order, new[] { AddOn() }));

        Assert.Equal(PartnerErrorKind.InvalidInput, refusal.Kind);
        Assert.Contains(says, refusal.Summary);
    }

    [Fact]
    public void An_add_on_without_a_quantity_is_refused()
    {
        CartLineItem addOn = AddOn();
        addOn.Quantity = null;
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => OrderChange.AddOns(OneSubscription(), new[] { addOn })).Kind);
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => OrderChange.AddOns(OneSubscription(), System.Array.Empty<CartLineItem>())).Kind);
    }

    [Fact]
    public void Another_billing_cycle_carries_the_lines_as_they_are_and_no_money_dates_or_status()
    {
        var order = PartnerJson.Read<Order>(Tests.Fixture.Json("contract/order-patch-response-addon.json").ToString())!;

        JObject sent = JObject.Parse(System.Text.Encoding.UTF8.GetString(PartnerJson.Write(OrderChange.BillingCycle(order, "Annual"))));

        Assert.Equal(new[] { "billingCycle", "id", "lineItems", "referenceCustomerId" }, sent.Properties().Select(p => p.Name).OrderBy(name => name, System.StringComparer.Ordinal));
        Assert.Equal("annual", (string)sent["billingCycle"]!);
        Assert.Equal(new[] { "friendlyName", "lineItemNumber", "offerId", "quantity", "subscriptionId" }, ((JObject)sent["lineItems"]![1]!).Properties().Select(p => p.Name).OrderBy(name => name, System.StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fortnightly")]
    [InlineData("")]
    public void A_cycle_that_is_none_is_refused(string cycle) =>
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => OrderChange.BillingCycle(new Order(), cycle)).Kind);

    private static CartLineItem AddOn() => new() { CatalogItemId = Offer, Quantity = 2, FriendlyName = "Some friendly name" };

    private static Order OneSubscription() => new()
    {
        Id = "cf3b0e37-be0b-4cdd-b584-d1a97d98a922",
        ReferenceCustomerId = "4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04",
        LineItems = new List<OrderLineItem> { new() { LineItemNumber = 0, SubscriptionId = Base } },
    };
}
