using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class SubscriptionChangeTests
{
    private const string Id = "a4c1340d-6911-4758-bba3-0c4c6007d161";
    private const string Path = $"/v1/customers/{Sample.CustomerId}/subscriptions/{Id}";

    [Theory]
    [InlineData("subscription-get-response-new-commerce")]
    [InlineData("subscription-get-response-azure")]
    [InlineData("subscription-get-response-savings-plan")]
    public async Task A_friendly_name_changes_nothing_else_unknown_members_included(string example)
    {
        JObject json = Fixture.Json($"contract/{example}.json");
        json["addedTomorrow"] = new JObject { ["values"] = new JArray(1, 2.50m, "2019-01-16T00:48:44.76+00:00") };
        using var transport = new ScriptedTransport(Answer.Json(json.ToString()), Answer.Json("{}"));
        SubscriptionOperations operations = Operations(transport);

        Subscription subscription = await operations.GetAsync();
        Assert.Single(new SubscriptionChange { FriendlyName = "desks" }.ApplyTo(subscription));
        await operations.PatchAsync(subscription);

        json["friendlyName"] = "desks";
        JsonComparison.Same(json, Sample.Body(transport.Requests[1]));
    }

    [Fact]
    public async Task A_whole_resource_may_be_sent_again()
    {
        using var transport = new ScriptedTransport(Answer.Json("{}"));

        await Operations(transport).PatchAsync(new Subscription { Id = Id });

        Assert.Equal(("subscriptions.update", "PATCH", Path, RetryClass.Replace), Sent(transport));
        Assert.Empty(transport.Request.Headers);
    }

    [Fact]
    public async Task An_etag_is_sent_and_then_the_repeat_would_be_a_guess()
    {
        using var transport = new ScriptedTransport(Answer.Json("{}"));

        await Operations(transport).PatchAsync(new Subscription { Attributes = new ResourceAttributes { Etag = "abc" } });

        Assert.Equal(RetryClass.Write, transport.Request.RetryClass);
        Assert.Equal("abc", transport.Request.Headers["If-Match"]);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(" ", null, null, null)]
    [InlineData(null, null, 0, null)]
    [InlineData(null, null, null, "sleeping")]
    public void What_cannot_be_is_refused(string? name, bool? renew, int? quantity, string? status) => Assert.Equal(
        PartnerErrorKind.InvalidInput,
        Assert.Throws<PartnerException>(() => new SubscriptionChange { FriendlyName = name, AutoRenewEnabled = renew, Quantity = quantity, Status = status }.Verify()).Kind);

    [Fact]
    public void A_change_says_what_it_does_and_nothing_when_there_is_nothing_to_do()
    {
        var subscription = new Subscription { FriendlyName = "a", Quantity = 5, AutoRenewEnabled = true, Status = "active" };

        Assert.Empty(new SubscriptionChange { FriendlyName = "a", Quantity = 5, AutoRenewEnabled = true, Status = "Active" }.ApplyTo(subscription));
        Assert.Equal(
            new[] { "rename 'a' to 'b'", "let it end instead of renewing it", "change the quantity from 5 to 6", "cancel it" },
            new SubscriptionChange { FriendlyName = "b", Quantity = 6, AutoRenewEnabled = false, Status = "Deleted" }.ApplyTo(subscription));
        Assert.Equal("deleted", subscription.Status);
    }

    [Fact]
    public async Task Those_of_an_order_that_the_list_does_not_have_yet_are_read_by_id()
    {
        using var transport = new ScriptedTransport(
            Answer.Json("""{"items":[{"id":"listed"}]}"""),
            Answer.Json("""{"id":"a68736758d9c","lineItems":[{"subscriptionId":"LISTED"},{"subscriptionId":"fresh"},{"subscriptionId":null}]}"""),
            Answer.Json("""{"id":"fresh"}"""));

        Page<Subscription> page = await Sample.Customer(transport).Subscriptions.ByOrder(Sample.OrderId).GetAsync();

        Assert.Equal(new[] { "listed", "fresh" }, page.Items.Select(item => item.Id));
        Assert.Equal(new[] { "subscriptions.listByOrder", "orders.get", "subscriptions.get" }, transport.Requests.Select(request => request.Operation));
        Assert.EndsWith("/subscriptions?order_id=a68736758d9c", transport.Requests[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_a_reseller_are_listed()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/subscriptions-list-by-partner-response.json"));

        Assert.NotEmpty((await Sample.Customer(transport).Subscriptions.ByPartner("4847383").GetAsync()).Items);

        Assert.Equal(("subscriptions.listByPartner", "GET", $"/v1/customers/{Sample.CustomerId}/subscriptions?mpn_id=4847383", RetryClass.Read), Sent(transport));
    }

    [Fact]
    public async Task The_smaller_reads_and_writes_of_a_subscription_go_where_the_contract_says()
    {
        using var transport = new ScriptedTransport(
            Answer.Json("""{"items":[]}"""), Answer.Fixture("contract/subscription-provisioning-status-response.json"), Answer.Json("""{"items":[]}"""),
            Answer.Of(202, ""), Answer.Fixture("contract/subscription-activate-sandbox-response.json"));
        SubscriptionOperations operations = Operations(transport);

        await operations.GetAddOnsAsync();
        Assert.Equal(("success", Id, Sample.CustomerId), (await operations.GetProvisioningStatusAsync()) is { } status ? (status.Status, status.SubscriptionId, status.CustomerId) : default);
        await operations.GetActivationLinksAsync();
        await operations.RegisterAsync();
        Assert.Equal("Success", (await operations.ActivateAsync()).Status);

        Assert.Equal(
            new[]
            {
                ("subscriptions.addOns", $"GET {Path}/addons", RetryClass.Read),
                ("subscriptions.provisioningStatus", $"GET {Path}/provisioningstatus", RetryClass.Read),
                ("subscriptions.activationLinks", $"GET {Path}/activationlinks", RetryClass.Read),
                ("subscriptions.register", $"POST {Path}/registrations", RetryClass.RepeatableWrite),
                ("subscriptions.activate", $"POST {Path}/activate", RetryClass.Write),
            },
            transport.Requests.Select(request => (request.Operation, request.ToString(), request.RetryClass)));
    }

    [Fact]
    public async Task The_ends_of_a_term_are_paged_by_a_header_of_the_answer()
    {
        using var transport = new ScriptedTransport(
            Answer.Of(200, """{"items":[{"allowedCustomTermEndDate":"2025-06-30T00:00:00"}]}""", null, ("MS-ContinuationToken", "next")),
            Answer.Fixture("contract/custom-term-end-dates-response.json"));

        Page<CustomTermEndDate> page = await Sample.Customer(transport).Subscriptions.CustomTermEndDates.GetAsync("P1Y", new DateTimeOffset(2025, 6, 10, 23, 0, 0, TimeSpan.FromHours(-5)));
        Page<CustomTermEndDate>? second = await page.NextAsync();

        Assert.Equal($"/v1/customers/{Sample.CustomerId}/subscriptions/customTermEndDates?term_duration=P1Y&term_start_date=2025-06-11", transport.Requests[0].Path);
        Assert.Equal("next", transport.Requests[1].Headers["MS-ContinuationToken"]);
        Assert.NotEmpty(second!.Items);
        Assert.False(second.HasNext);
    }

    private static SubscriptionOperations Operations(IPartnerTransport transport) => Sample.Customer(transport).Subscriptions.ById(Id);

    private static (string Operation, string Method, string Path, RetryClass RetryClass) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
