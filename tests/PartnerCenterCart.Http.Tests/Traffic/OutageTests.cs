using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>When the service is down: bulk runs pause and look, single calls fail as they always did.</summary>
public class OutageTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(RetryClass.Read)]
    [InlineData(RetryClass.RepeatableWrite)]
    public async Task A_bulk_run_outlasts_an_outage_without_a_failure(RetryClass retryClass)
    {
        using var partner = new Partner((_, number) => number is > 10 and <= 40 ? Partner.Down() : FakeHandler.Json());
        HttpTransport transport = partner.Connect();
        var log = new NoteLog();
        var context = new RequestContext(observer: log) { MaximumPause = Long };

        for (int row = 0; row < 200; row++)
        {
            await partner.CallAsync(transport, "carts.checkout", context, retryClass);
        }

        Assert.Contains(log.Notes, note => note.Kind == CallNoteKind.Paused && note.Failure!.StatusCode == 503 && note.Delay == TimeSpan.FromSeconds(2));
        CallNote back = Assert.Single(log.Notes, note => note.Kind == CallNoteKind.Resumed);
        Assert.True(back.Elapsed > TimeSpan.FromMinutes(1), back.Elapsed.ToString());
    }

    [Fact]
    public async Task Sixteen_calls_at_once_pause_together_and_one_looks()
    {
        using var partner = new Partner((_, number) => number <= 40 ? Partner.Down() : FakeHandler.Json());
        HttpTransport transport = partner.Connect();
        var context = new RequestContext { MaximumPause = Long };

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => partner.CallAsync(transport, "carts.checkout", context, RetryClass.RepeatableWrite)));

        // The looks come one by one, ever further apart, and not sixteen at a time.
        DateTimeOffset[] looks = partner.Arrivals.Select(arrival => arrival.Time).Take(41).TakeLast(8).ToArray();
        Assert.Equal(8, looks.Distinct().Count());
        Assert.All(looks.Zip(looks.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(60), looks[7] - looks[6]);
    }

    [Fact]
    public async Task A_single_call_fails_as_it_does_without_any_of_this()
    {
        using var partner = new Partner((_, _) => Partner.Down());
        HttpTransport transport = partner.Connect();
        for (int call = 0; call < 6; call++)
        {
            var thrown = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(transport, "carts.get"));
            Assert.Equal(PartnerErrorKind.ServiceError, thrown.Kind);
        }

        Assert.Equal(6 * RetryRule.MaximumTries, partner.Arrivals.Count);
    }

    [Fact]
    public async Task A_cart_is_not_risked_to_look_whether_the_service_is_back()
    {
        using var partner = new Partner((_, number) => number <= 12 ? Partner.Down() : FakeHandler.Json());
        HttpTransport transport = partner.Connect();
        var context = new RequestContext { MaximumPause = Long };

        // Those that meet the outage are lost: nobody knows whether their carts exist.
        for (int row = 0; row < 5; row++)
        {
            var thrown = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(transport, "carts.create", context, RetryClass.Write, "/cart"));
            Assert.Equal(PartnerErrorKind.OutcomeUnknown, thrown.Kind);
        }

        await partner.CallAsync(transport, "carts.create", context, RetryClass.Write, "/cart");
        Assert.Equal(5 + 1, partner.Paths.Count(path => path == "/cart"));
        Assert.Equal(7 + 1, partner.Paths.Count(path => path == "/v1/invoices/summary"));
    }

    [Fact]
    public async Task The_pause_ends_after_as_long_as_the_run_said_and_nothing_was_sent()
    {
        using var partner = new Partner((_, _) => Partner.Down());
        HttpTransport transport = partner.Connect();
        var context = new RequestContext { MaximumPause = TimeSpan.FromMinutes(3) };
        DateTimeOffset start = partner.Clock.UtcNow;

        var first = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(transport, "carts.get", context));
        TimeSpan waited = partner.Clock.UtcNow - start;
        int sent = partner.Arrivals.Count;
        var second = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(transport, "carts.create", context, RetryClass.Write));

        Assert.Equal(PartnerErrorKind.ServiceDown, first.Kind);
        Assert.Equal(PartnerErrorKind.ServiceDown, second.Kind);
        Assert.True(first.NothingWasDone && second.NothingWasDone);
        Assert.Contains("has paused for 00:03:00; the last failure was ServiceError 503", first.Message, StringComparison.Ordinal);
        Assert.InRange(waited, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3.5));
        Assert.Equal(sent, partner.Arrivals.Count);
    }

    [Fact]
    public async Task A_checkout_that_may_have_been_made_stays_an_open_question_when_the_pause_ends()
    {
        using var partner = new Partner((_, _) => Partner.Down());
        var context = new RequestContext { MaximumPause = TimeSpan.FromMinutes(1) };

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(partner.Connect(), "carts.checkout", context, RetryClass.RepeatableWrite));

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, thrown.Kind);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(thrown.Message, "request id"));
        Assert.Contains(thrown.RequestId!, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_is_shorter_than_the_wait_for_the_first_look_ends_with_a_look()
    {
        // Five tries and the read that tells an outage from a sick call; then the service is back.
        using var partner = new Partner((_, number) => number <= 6 ? Partner.Down() : FakeHandler.Json());
        var log = new NoteLog();

        await partner.CallAsync(partner.Connect(), "carts.checkout", new RequestContext(observer: log) { MaximumPause = TimeSpan.FromSeconds(1) }, RetryClass.RepeatableWrite);

        Assert.Equal(7, partner.Arrivals.Count);
        Assert.Contains(log.Notes, note => note.Kind == CallNoteKind.Paused && note.Delay == TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_service_that_says_itself_when_it_is_back_is_not_asked_before()
    {
        using var partner = new Partner((_, _) =>
        {
            System.Net.Http.HttpResponseMessage down = Partner.Down();
            down.Headers.TryAddWithoutValidation("Retry-After", "60");
            return down;
        });

        await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(partner.Connect(), "carts.get", new RequestContext { MaximumPause = TimeSpan.FromSeconds(1) }));

        Assert.Equal(6, partner.Arrivals.Count);
    }

    [Fact]
    public async Task A_call_that_alone_fails_is_no_outage()
    {
        using var partner = new Partner((message, _) => message.RequestUri!.AbsolutePath == "/sick" ? Partner.Down() : FakeHandler.Json());
        HttpTransport transport = partner.Connect();
        var log = new NoteLog();
        var context = new RequestContext(observer: log) { MaximumPause = Long };
        await partner.CallAsync(transport, "carts.get", context);

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => partner.CallAsync(transport, "carts.get", context, path: "/sick"));
        await partner.CallAsync(transport, "carts.get", context);

        Assert.Equal(PartnerErrorKind.ServiceError, thrown.Kind);
        Assert.Equal(5, partner.Paths.Count(path => path == "/sick"));
        Assert.Equal(1, partner.Paths.Count(path => path == "/v1/invoices/summary"));
        Assert.DoesNotContain(log.Notes, note => note.Kind == CallNoteKind.Paused);
    }

    [Theory]
    [InlineData("""{"code":"800003","description":"Unexpected."}""", false)]
    [InlineData("", true)]
    public async Task Failures_that_the_service_explains_are_no_outage(string body, bool pauses)
    {
        int failing = 30;
        using var partner = new Partner((message, _) => message.RequestUri!.AbsolutePath == "/v1/x" && Interlocked.Decrement(ref failing) >= 0
            ? FakeHandler.Json(body, System.Net.HttpStatusCode.InternalServerError)
            : FakeHandler.Json());
        HttpTransport transport = partner.Connect();
        var log = new NoteLog();
        var context = new RequestContext(observer: log) { MaximumPause = Long };

        for (int row = 0; row < 8; row++)
        {
            await Record.ExceptionAsync(() => partner.CallAsync(transport, "carts.get", context));
        }

        Assert.Equal(pauses, log.Notes.Any(note => note.Kind == CallNoteKind.Paused));
    }

    [Fact]
    public async Task Who_stops_a_run_that_pauses_is_gone_at_once()
    {
        using var partner = new Partner((_, _) => Partner.Down());
        var clock = new StuckClock();
        var traffic = new TenantTraffic(clock);
        using var handler = new FakeHandler((_, _) => Task.FromResult(Partner.Down()));
        using var transport = new HttpTransport(new TransportOptions { Clock = clock, Handler = handler }, TimeProvider.System, new TrafficSource(traffic));
        traffic.Circuit.Open(Fault.Lost(PartnerErrorKind.ConnectionFailed, Calls.Read(), "it is down", null, true));
        using var stop = new CancellationTokenSource();
        Task<Cart> call = partner.CallAsync(transport, "carts.get", new RequestContext { MaximumPause = Long }, stop: stop.Token);
        await clock.Waiting.WaitAsync(TimeSpan.FromSeconds(20));

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Empty(handler.Messages);
    }

    [Fact]
    public async Task A_bulk_run_outlasts_throttling_that_takes_longer_than_five_tries()
    {
        using var partner = new Partner((_, number) => number <= 8 ? Partner.Refusal(20) : FakeHandler.Json());

        await partner.CallAsync(partner.Connect(), "carts.create", new RequestContext { MaximumPause = Long }, RetryClass.Write);

        Assert.Equal(9, partner.Arrivals.Count);
    }
}
