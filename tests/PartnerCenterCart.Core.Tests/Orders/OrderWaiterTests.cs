using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class OrderWaiterTests
{
    private const string Subscription = "a4c1340d-6911-4758-bba3-0c4c6007d161";
    private static readonly string Pending = Order("pending", null);
    private static readonly string Done = Order("completed", Subscription);

    [Fact]
    public async Task An_order_comes_out_with_its_subscriptions_when_it_is_provisioned()
    {
        var service = new OrderService((request, n) => Answers(request, n < 1 ? Pending : Done, n < 3 ? "prefulfillmentpending" : "fulfilled"));

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, Sample.OrderId));

        Assert.Empty(outcome.Failures);
        Assert.Equal(("completed", Subscription), (outcome.Order!.Status, outcome.Order.Subscriptions!.Single().Id));
        Assert.Equal(4, service.Count("orders.provisioningStatus"));
        Assert.Equal(2, service.Count("orders.get"));
    }

    [Fact]
    public async Task The_interval_grows_by_half_up_to_its_limit()
    {
        var service = new OrderService((request, n) => Answers(request, n < 3 ? Pending : Done, "prefulfillmentpending"));

        await WaitAsync(service, new OrderWaitOptions { PollingInterval = TimeSpan.FromSeconds(10), MaximumInterval = TimeSpan.FromSeconds(30) }, Sample.OrderId);

        Assert.Equal(new double[] { 10, 15, 22.5, 30, 30 }, service.Sleeps.Select(sleep => sleep.TotalSeconds).Take(5));
    }

    [Fact]
    public async Task A_credential_that_may_not_read_the_provisioning_status_waits_by_the_order_itself()
    {
        var service = new OrderService((request, n) => request.Operation == "orders.provisioningStatus"
            ? Answer.Of(403, """{"code":"900329","description":"app-only"}""")
            : Answers(request, n < 4 ? Pending : Done, null));

        OrderWaitOutcome[] outcomes = await WaitAsync(service, Sample.OrderId, "b68736758d9c");

        Assert.All(outcomes, outcome => Assert.Equal("completed", outcome.Order!.Status));
        Assert.InRange(service.Count("orders.provisioningStatus"), 1, 2);
    }

    [Theory]
    [InlineData(429, """{"statusCode":429,"message":"slow"}""")]
    [InlineData(503, "")]
    [InlineData(500, """{"code":"900192","description":"temporary"}""")]
    [InlineData(200, "<html>a proxy</html>")]
    [InlineData(404, """{"code":"800007","description":"not yet"}""")]
    public async Task A_passing_failure_is_no_answer(int status, string body)
    {
        var service = new OrderService((request, n) => n is 0 or 2 ? Answer.Of(status, body) : Answers(request, Done, "fulfilled"));

        Assert.Equal("completed", Assert.Single(await WaitAsync(service, Sample.OrderId)).Order!.Status);
    }

    [Fact]
    public async Task A_lost_connection_is_no_answer()
    {
        var service = new OrderService((request, n) => n == 0
            ? throw Fault.Lost(PartnerErrorKind.ConnectionFailed, request, "the connection broke", null, false)
            : Answers(request, Done, "fulfilled"));

        Assert.Equal("completed", Assert.Single(await WaitAsync(service, Sample.OrderId)).Order!.Status);
    }

    [Fact]
    public async Task Retry_After_is_honoured_when_it_is_longer_than_the_interval()
    {
        var service = new OrderService((request, n) => n == 0 && request.Operation == "orders.get"
            ? Answer.Of(429, """{"statusCode":429,"message":"slow"}""", null, ("Retry-After", "57"))
            : Answers(request, Done, "fulfilled"));

        await WaitAsync(service, Sample.OrderId);

        Assert.Equal(57, service.Sleeps[0].TotalSeconds);
    }

    [Fact]
    public async Task An_order_that_takes_too_long_is_a_timeout_and_the_others_come_out()
    {
        var service = new OrderService((request, n) => Answers(request, request.Path.Contains("slow") ? Pending : Done, request.Path.Contains("slow") ? "prefulfillmentpending" : "fulfilled"));

        OrderWaitOutcome[] outcomes = await WaitAsync(service, new OrderWaitOptions { Timeout = TimeSpan.FromMinutes(5) }, "fast1", "slow1", "fast2");

        Assert.Equal(new[] { "fast1", "fast2", "slow1" }, outcomes.Select(outcome => outcome.Request.OrderId).OrderBy(id => id));
        PartnerException failure = outcomes.Single(outcome => outcome.Order == null).Failures.Single();
        Assert.Equal(PartnerErrorKind.Timeout, failure.Kind);
        Assert.Contains("slow1", failure.Message);
        Assert.Contains("pending", failure.Message);
        Assert.Equal(OrderService.Start + TimeSpan.FromMinutes(5), service.UtcNow);
    }

    [Fact]
    public async Task A_timeout_says_what_was_in_the_way()
    {
        var service = new OrderService((_, _) => Answer.Of(503, ""));

        PartnerException failure = Assert.Single(await WaitAsync(service, new OrderWaitOptions { Timeout = TimeSpan.FromMinutes(1) }, Sample.OrderId)).Failures.Single();

        Assert.Equal((PartnerErrorKind.Timeout, 503), (failure.Kind, failure.StatusCode));
        Assert.NotNull(failure.CorrelationId);
        Assert.IsType<PartnerException>(failure.InnerException);
    }

    [Fact]
    public async Task No_time_is_one_look()
    {
        var service = new OrderService((request, _) => Answers(request, Pending, "prefulfillmentpending"));

        Assert.Equal(PartnerErrorKind.Timeout, Assert.Single(await WaitAsync(service, new OrderWaitOptions { Timeout = TimeSpan.Zero }, Sample.OrderId)).Failures.Single().Kind);

        Assert.Equal("orders.get", Assert.Single(service.Requests).Operation);
        Assert.Empty(service.Sleeps);
    }

    [Theory]
    [InlineData("cancelled", PartnerErrorKind.OrderError)]
    [InlineData("error", PartnerErrorKind.OrderError)]
    [InlineData("po review rejected", PartnerErrorKind.OrderError)]
    [InlineData("suspended", PartnerErrorKind.OrderError)]
    [InlineData("pending_po_upload", PartnerErrorKind.Conflict)]
    public async Task An_order_that_will_not_come_ends_its_wait_at_once(string status, PartnerErrorKind kind)
    {
        var service = new OrderService((request, _) => Answers(request, Order(status, null), "prefulfillmentpending"));

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, Sample.OrderId));

        Assert.Null(outcome.Order);
        Assert.Equal(kind, outcome.Failures.Single().Kind);
        Assert.Contains(status, outcome.Failures.Single().Message);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("pending_po_upload", $"Add-PartnerCustomerOrderAttachment -CustomerId {Sample.CustomerId} -OrderId {Sample.OrderId} -Path <file>")]
    [InlineData("po_review_rejected", "rejected in its review")]
    public async Task An_order_that_needs_a_document_says_what_to_do(string status, string says)
    {
        var service = new OrderService((request, _) => Answers(request, Order(status, null), "prefulfillmentpending"));

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, Sample.OrderId));

        Assert.Contains(says, outcome.Failures.Single().RecommendedAction);
    }

    [Fact]
    public async Task A_document_under_review_is_waited_for()
    {
        var service = new OrderService((request, n) => Answers(request, n < 3 ? Order("po_upload_complete", null) : Done, n < 8 ? "prefulfillmentpending" : "fulfilled"));

        Assert.NotNull(Assert.Single(await WaitAsync(service, Sample.OrderId)).Order);
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_waited_out_and_shown_as_it_is()
    {
        var seen = new List<string>();
        var service = new OrderService((request, n) => Answers(request, n < 3 ? Order("being_baked", null) : Done, n < 8 ? "in_the_oven" : "fulfilled"));

        OrderWaitOutcome[] outcomes = await WaitAsync(service, new OrderWaitOptions { Progress = progress => seen.Add(progress.Status) }, Sample.OrderId);

        Assert.Equal("completed", outcomes.Single().Order!.Status);
        Assert.Contains("being_baked", seen);
        Assert.Contains("in_the_oven", seen);
    }

    [Fact]
    public async Task A_line_that_fails_is_a_failure_beside_the_order()
    {
        string order = Order("partial_success", Subscription, null);
        var service = new OrderService((request, _) => Answers(request, order, "fulfilled", "unfulfilled"));

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, Sample.OrderId));

        Assert.NotNull(outcome.Order);
        Assert.Equal(PartnerErrorKind.OrderError, outcome.Failures.Single().Kind);
        Assert.Contains("Line 1", outcome.Failures.Single().Message);
    }

    [Fact]
    public async Task One_bad_among_many_does_not_keep_the_others()
    {
        var service = new OrderService((request, _) => request.Path.Contains("unknown") ? Answer.Of(404, """{"code":"20000","description":"no order"}""") : Answers(request, Done, "fulfilled"));

        OrderWaitOutcome[] outcomes = await WaitAsync(service, "one", "unknown", "two");

        Assert.Equal(2, outcomes.Count(outcome => outcome.Order != null));
        Assert.Equal(("unknown", PartnerErrorKind.NotFound), outcomes.Where(o => o.Order == null).Select(o => (o.Request.OrderId, o.Failures.Single().Kind)).Single());
    }

    [Fact]
    public async Task An_order_that_exists_for_certain_is_only_not_seen_yet()
    {
        var service = new OrderService((request, n) => n == 0 ? Answer.Of(404, """{"code":"20000","description":"no order"}""") : Answers(request, Done, "fulfilled"));
        var known = new OrderWaitRequest(Sample.CustomerId, Sample.OrderId) { IsCertain = true };

        Assert.NotNull(Assert.Single(await WaitAsync(service, new OrderWaitOptions(), known)).Order);
    }

    [Fact]
    public async Task A_subscription_id_that_comes_later_is_waited_for_where_only_the_order_can_be_read()
    {
        var service = new OrderService((request, n) => request.Operation == "orders.provisioningStatus"
            ? Answer.Of(403, """{"code":"900329","description":"app-only"}""")
            : Answers(request, n < 3 ? Order("completed", (string?)null) : Done, null));

        Assert.Equal(Subscription, Assert.Single(await WaitAsync(service, Sample.OrderId)).Order!.Subscriptions!.Single().Id);
    }

    [Fact]
    public async Task What_never_gets_a_subscription_comes_out_all_the_same()
    {
        var service = new OrderService((request, _) => request.Operation == "orders.provisioningStatus"
            ? Answer.Of(403, """{"code":"900329","description":"app-only"}""")
            : Answers(request, Order("completed", (string?)null), null));

        Assert.Empty(Assert.Single(await WaitAsync(service, Sample.OrderId)).Order!.Subscriptions!);
        Assert.True(service.UtcNow - OrderService.Start < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Five_hundred_orders_need_one_poll_each_per_interval()
    {
        var service = new OrderService((request, _) => Answers(request, Pending, "prefulfillmentpending"));
        string[] ids = Enumerable.Range(0, 500).Select(number => $"order{number}").ToArray();

        OrderWaitOutcome[] outcomes = await WaitAsync(service, new OrderWaitOptions { Timeout = TimeSpan.FromMinutes(10), MaximumInterval = TimeSpan.FromSeconds(10) }, ids);

        Assert.Equal(500, outcomes.Length);
        Assert.Equal(500 * 61, service.Requests.Count);
        Assert.Equal(60, service.Sleeps.Count);
    }

    [Fact]
    public async Task Five_hundred_orders_are_not_kept_in_memory_while_they_are_waited_for()
    {
        // Fifty kilobytes each: kept, they would be 25 MB.
        string large = Order("pending", null).TrimEnd('}') + $",\"padding\":\"{new string('x', 50_000)}\"}}";
        var service = new OrderService((request, _) => Answers(request, large, "prefulfillmentpending")) { Remembers = false };
        string[] ids = Enumerable.Range(0, 500).Select(number => $"order{number}").ToArray();
        long before = GC.GetTotalMemory(true);

        OrderWaitOutcome[] outcomes = await WaitAsync(service, new OrderWaitOptions { Timeout = TimeSpan.FromMinutes(2) }, ids);

        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 10_000_000);
        Assert.Equal(500, outcomes.Length);
    }

    [Fact]
    public async Task An_interval_of_years_ends_at_the_timeout()
    {
        var service = new OrderService((request, _) => Answers(request, Pending, "prefulfillmentpending"));

        await WaitAsync(service, new OrderWaitOptions { PollingInterval = TimeSpan.MaxValue, Timeout = TimeSpan.FromDays(3) }, Sample.OrderId);

        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(new double[] { 1, 1, 1 }, service.Sleeps.Select(sleep => sleep.TotalDays));
    }

    [Fact]
    public async Task The_same_order_twice_is_looked_at_once()
    {
        var service = new OrderService((request, _) => Answers(request, Done, "fulfilled"));

        Assert.Single(await WaitAsync(service, Sample.OrderId, Sample.OrderId));
    }

    [Fact]
    public async Task A_cancelled_wait_ends()
    {
        using var stop = new CancellationTokenSource();
        var service = new OrderService((request, n) =>
        {
            if (n == 2)
            {
                stop.Cancel();
            }

            return Answers(request, Pending, "prefulfillmentpending");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new OrderWaiter(service.Client).WaitAsync(new[] { new OrderWaitRequest(Sample.CustomerId, Sample.OrderId) }, _ => { }, stop.Token));
    }

    [Fact]
    public async Task A_lost_name_is_seen_and_left()
    {
        var service = new OrderService((request, _) => Answers(request, Order("completed", Subscription), "fulfilled", name: "Contoso plan"));

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, Sample.OrderId));

        Assert.Contains("'Contoso plan'", outcome.Remarks.Single());
        Assert.Equal(0, service.Count("subscriptions.update"));
    }

    [Fact]
    public async Task A_lost_name_is_repaired_and_nothing_else_is_changed()
    {
        var service = new OrderService((request, _) => Answers(request, Order("completed", Subscription), "fulfilled", name: "Contoso plan"));
        var request = new OrderWaitRequest(Sample.CustomerId, Sample.OrderId) { EnsureFriendlyName = true };

        OrderWaitOutcome outcome = Assert.Single(await WaitAsync(service, new OrderWaitOptions(), request));

        JObject expected = SubscriptionJson("Contoso plan");
        expected["friendlyName"] = "desks";
        JsonComparison.Same(expected, Sample.Body(service.Requests.Single(r => r.Operation == "subscriptions.update")));
        Assert.Empty(outcome.Failures);
    }

    [Fact]
    public async Task A_subscription_that_is_not_ready_for_its_name_is_asked_again()
    {
        var service = new OrderService((request, n) => request.Operation == "subscriptions.update" && n == 0
            ? Answer.Of(409, """{"code":"800082","description":"not ready"}""")
            : Answers(request, Order("completed", Subscription), "fulfilled", name: "Contoso plan"));
        var request = new OrderWaitRequest(Sample.CustomerId, Sample.OrderId) { EnsureFriendlyName = true };

        Assert.Empty(Assert.Single(await WaitAsync(service, new OrderWaitOptions(), request)).Failures);
        Assert.Equal(2, service.Count("subscriptions.update"));
    }

    [Fact]
    public void A_wait_without_an_interval_is_refused() =>
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() =>
            new OrderWaiter(new OrderService((_, _) => null!).Client, new OrderWaitOptions { PollingInterval = TimeSpan.Zero })).Kind);

    private static Task<OrderWaitOutcome[]> WaitAsync(OrderService service, params string[] ids) => WaitAsync(service, new OrderWaitOptions(), ids);

    private static Task<OrderWaitOutcome[]> WaitAsync(OrderService service, OrderWaitOptions options, params string[] ids) =>
        WaitAsync(service, options, ids.Select(id => new OrderWaitRequest(Sample.CustomerId, id)).ToArray());

    private static async Task<OrderWaitOutcome[]> WaitAsync(OrderService service, OrderWaitOptions options, params OrderWaitRequest[] orders)
    {
        var outcomes = new List<OrderWaitOutcome>();
        await new OrderWaiter(service.Client, options).WaitAsync(orders, outcomes.Add);
        return outcomes.ToArray();
    }

    private static string Order(string status, params string?[]? subscriptions) => new JObject
    {
        ["id"] = Sample.OrderId,
        ["status"] = status,
        ["lineItems"] = new JArray((subscriptions ?? new string?[] { null }).Select((subscription, number) =>
            new JObject { ["lineItemNumber"] = number, ["quantity"] = 2, ["friendlyName"] = "desks", ["subscriptionId"] = subscription })),
    }.ToString();

    private static JObject SubscriptionJson(string name) => new()
    {
        ["id"] = Subscription,
        ["friendlyName"] = name,
        ["quantity"] = 2,
        ["status"] = "active",
        ["addedTomorrow"] = new JObject { ["since"] = "tomorrow" },
    };

    private static PartnerAnswer Answers(PartnerRequest request, string order, string? line, string? second = null, string name = "desks") => request.Operation switch
    {
        "orders.get" => Answer.Json(order),
        "orders.provisioningStatus" => Answer.Json(new JObject
        {
            ["items"] = new JArray(new[] { line, second }.Where(status => status != null).Select((status, number) => new JObject { ["lineItemNumber"] = number, ["status"] = status })),
        }.ToString()),
        "subscriptions.get" or "subscriptions.update" => Answer.Json(SubscriptionJson(name).ToString()),
        _ => throw new InvalidOperationException(request.ToString()),
    };
}
