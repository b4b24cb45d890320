using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What a 429 does to the other calls of the tenant.</summary>
public class SlowDownTests
{
    [Theory]
    [InlineData("carts.checkout", true)]
    [InlineData("subscriptions.list", false)]
    public async Task A_refusal_holds_everybodys_calls_to_that_resource_and_no_others(string operation, bool isHeld)
    {
        using var partner = new Partner();
        HttpTransport other = partner.Connect();
        DateTimeOffset start = partner.Clock.UtcNow;
        using (Pass refused = await EnterAsync(partner, "carts.get"))
        {
            refused.Refused(TimeSpan.FromSeconds(57));
        }

        await partner.CallAsync(other, operation);

        TimeSpan waited = partner.Arrivals[0].Time - start;
        Assert.Equal(isHeld ? TimeSpan.FromSeconds(57) : TimeSpan.Zero, waited);
    }

    [Fact]
    public async Task Sixteen_callers_that_are_refused_together_wait_once()
    {
        int refusals = 16;
        var all = new Barrier(16);
        using var partner = new Partner((_, number) =>
        {
            if (number <= refusals)
            {
                // All of them are on their way before the first is refused.
                all.SignalAndWait(TimeSpan.FromSeconds(20));
                return Partner.Refusal(30);
            }

            return FakeHandler.Json();
        });
        HttpTransport transport = partner.Connect();
        DateTimeOffset start = partner.Clock.UtcNow;

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
            () => partner.CallAsync(transport, "carts.create", retryClass: RetryClass.Write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        Assert.Equal(32, partner.Arrivals.Count);
        Assert.Equal([TimeSpan.FromSeconds(30)], partner.Clock.Delays);
        Assert.Equal(start.AddSeconds(30), partner.Clock.UtcNow);
    }

    [Fact]
    public async Task After_a_pause_one_call_goes_first_and_each_that_is_taken_lets_one_more_travel()
    {
        using var partner = new Partner();
        Pass before = await EnterAsync(partner, "carts.create");
        before.Refused(TimeSpan.FromSeconds(10));
        before.Dispose();

        Pass first = await EnterAsync(partner, "carts.create");
        Task<Pass> second = EnterAsync(partner, "carts.create").AsTask(), third = EnterAsync(partner, "carts.create").AsTask(), fourth = EnterAsync(partner, "carts.create").AsTask();
        Assert.False(second.IsCompleted || third.IsCompleted || fourth.IsCompleted);
        first.Took();
        first.Dispose();
        await Task.WhenAll(second, third).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(fourth.IsCompleted);
        (await second).Dispose();
        await fourth.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_service_that_allows_500_a_minute_refuses_few_and_nobody_is_told()
    {
        var gate = new object();
        DateTimeOffset end = default;
        int taken = 0, refused = 0;
        Partner partner = null!;
        partner = new Partner((_, _) =>
        {
            lock (gate)
            {
                DateTimeOffset now = partner.Clock.UtcNow;
                if (now >= end)
                {
                    (end, taken) = (now.AddMinutes(1), 0);
                }

                if (++taken <= 500)
                {
                    return FakeHandler.Json();
                }

                refused++;
                return Partner.Refusal((int)Math.Ceiling((end - now).TotalSeconds));
            }
        });
        using (partner)
        {
            HttpTransport one = partner.Connect(), other = partner.Connect();
            var left = new ConcurrentQueue<int>(Enumerable.Range(0, 5000));

            await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
            {
                while (left.TryDequeue(out _))
                {
                    await partner.CallAsync(worker % 2 == 0 ? one : other, "carts.create", retryClass: RetryClass.Write);
                }
            })));

            Assert.Equal(5000 + refused, partner.Arrivals.Count);

            // Those that travel together when the limit is met, and again whenever the lane has grown back to it.
            Assert.InRange(refused, 1, 16 * 5);
        }
    }

    [Fact]
    public async Task Who_stops_waiting_is_gone_at_once_and_the_others_go_on()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();
        Pass before = await EnterAsync(partner, "carts.get");
        before.Refused(TimeSpan.Zero);
        using var stop = new CancellationTokenSource();
        Task<Cart> stopped = partner.CallAsync(transport, "carts.get", stop: stop.Token);
        Task<Cart> patient = partner.CallAsync(transport, "carts.get");

        stop.Cancel();

        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(stop.Token, thrown.CancellationToken);
        Assert.False(patient.IsCompleted);
        before.Dispose();
        await patient.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Single(partner.Arrivals);
    }

    [Fact]
    public async Task A_connection_that_is_closed_while_its_call_waits_ends_the_call()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();
        Pass before = await EnterAsync(partner, "carts.get");
        before.Refused(TimeSpan.Zero);
        Task<Cart> waiting = partner.CallAsync(transport, "carts.get");

        transport.Dispose();

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(PartnerErrorKind.NotConnected, thrown.Kind);
        Assert.True(thrown.NothingWasDone);
    }

    [Fact]
    public async Task Whoever_changes_an_emulator_frees_what_its_answers_held_up()
    {
        using var partner = new Partner();
        var clock = new StuckClock();
        int refusals = 0;
        using var emulator = new FakeHandler((message, _) => Task.FromResult(
            message.RequestUri!.AbsolutePath == "/v1/x" && Interlocked.Increment(ref refusals) == 1 ? Partner.Refusal(600) : FakeHandler.Json()));
        using var transport = new HttpTransport(new TransportOptions { Clock = clock, Handler = emulator });
        Task<Cart> held = partner.CallAsync(transport, "carts.get");
        await clock.Waiting.WaitAsync(TimeSpan.FromSeconds(20));

        await Calls.SendAsync(transport, new PartnerRequest("emulator", "DELETE", "/_emulator/faults", RetryClass.Write, new RequestContext()) { NeedsToken = false });

        await held.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(3, emulator.Messages.Count);
    }

    private static ValueTask<Pass> EnterAsync(Partner partner, string operation) => partner.Traffic.LaneOf(operation).EnterAsync(
        new HttpCall(new PartnerRequest(operation, "GET", "/v1/x", RetryClass.Read, new RequestContext()), new Uri("http://x"), partner.Traffic), default, default);
}
