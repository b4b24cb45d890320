using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The documented limits of a partner tenant are kept by all its connections together (behaviours.md, section 9; field.md).</summary>
public class LimitTests
{
    [Theory]
    [InlineData("orders.get", 500)]
    [InlineData("subscriptions.list", 500)]
    [InlineData("customers.get", 500)]
    [InlineData("promotionEligibilities.create", 625)]
    public async Task No_minute_sees_more_calls_than_are_documented(string operation, int limit)
    {
        using var partner = new Partner();
        HttpTransport one = partner.Connect(), other = partner.Connect();

        await Task.WhenAll(Enumerable.Range(0, 1700).Select(number => Task.Run(() => partner.CallAsync(number % 2 == 0 ? one : other, operation))));

        Assert.Equal(1700, partner.Arrivals.Count);
        Assert.Equal(limit, partner.BusiestMinute());
    }

    [Fact]
    public async Task A_burst_goes_through_without_a_wait()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => partner.CallAsync(transport, "orders.get"))));

        Assert.Empty(partner.Clock.Delays);
    }

    [Fact]
    public async Task Each_resource_has_its_own_limit()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();

        foreach (string operation in new[] { "orders.get", "orders.list", "subscriptions.get" })
        {
            await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => partner.CallAsync(transport, operation)));
        }

        Assert.Empty(partner.Clock.Delays);
        await partner.CallAsync(transport, "orders.patch");
        Assert.Single(partner.Clock.Delays);
    }

    [Fact]
    public async Task What_has_no_documented_limit_is_not_limited()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();

        await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => partner.CallAsync(transport, "carts.create")));

        Assert.Empty(partner.Clock.Delays);
    }

    [Fact]
    public async Task Who_waits_hears_how_long_and_why()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => partner.CallAsync(transport, "orders.get")));
        var log = new NoteLog();

        await partner.CallAsync(transport, "orders.get", new RequestContext(observer: log));

        Assert.Equal([CallNoteKind.Held, CallNoteKind.Sending, CallNoteKind.Answered], log.Notes.Select(note => note.Kind));
        Assert.InRange(log.Notes[0].Delay.TotalSeconds, 60, 61);
        Assert.Equal("500 calls a minute are the limit for orders", log.Notes[0].Reason);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_frees_everybody()
    {
        using var partner = new Partner();
        HttpTransport transport = partner.Connect();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => partner.CallAsync(transport, "orders.get")));

        partner.Clock.Pass(TimeSpan.FromDays(-3));
        await partner.CallAsync(transport, "orders.get");

        Assert.Empty(partner.Clock.Delays);
    }

    [Theory]
    [InlineData("https://api.partnercenter.microsoft.com", true)]
    [InlineData("http://127.0.0.1:5001", false)]
    public async Task The_limits_are_those_of_the_service_and_not_of_an_emulator_on_this_machine(string endpoint, bool isLimited)
    {
        Lane lane = new TrafficRegistry().Of(new Uri(endpoint), null).LaneOf("orders.get");
        var call = new HttpCall(Calls.Read(), new Uri(endpoint), null);
        using var stop = new System.Threading.CancellationTokenSource();
        for (int number = 0; number < 500; number++)
        {
            await lane.EnterAsync(call, default, stop.Token);
        }

        Task<Pass> next = lane.EnterAsync(call, default, stop.Token).AsTask();

        Assert.Equal(isLimited, !next.IsCompleted);
        stop.Cancel();
        await Record.ExceptionAsync(() => next);
    }

    [Fact]
    public void Connections_of_one_tenant_to_one_endpoint_share_and_others_do_not()
    {
        var registry = new TrafficRegistry();
        string? tenant = null;
        TrafficSource Source(string endpoint, Func<string?>? whose) =>
            new(new TransportOptions { Endpoint = new Uri(endpoint), PartnerTenant = whose }, registry);
        TrafficSource one = Source("https://one.example/path", () => "A");

        Assert.Same(one.Current, Source("https://ONE.example", () => "a").Current);
        Assert.NotSame(one.Current, Source("https://one.example", () => "b").Current);
        Assert.NotSame(one.Current, Source("https://two.example", () => "a").Current);
        Assert.NotSame(one.Current, Source("https://one.example", null).Current);
        Assert.Same(Source("https://one.example", null).Current, Source("https://one.example", () => null).Current);
        TrafficSource late = Source("https://one.example", () => tenant);
        Assert.NotSame(one.Current, late.Current);
        tenant = "A";
        Assert.Same(one.Current, late.Current);
    }

    [Fact]
    public void What_is_no_network_or_has_a_clock_of_its_own_shares_with_nobody()
    {
        var registry = new TrafficRegistry();
        using var handler = new FakeHandler(new NotSupportedException());
        TrafficSource Source(bool isFake) => new(
            isFake ? new TransportOptions { Handler = handler } : new TransportOptions { Clock = new RecordingClock() }, registry);

        Assert.NotSame(Source(true).Current, Source(true).Current);
        Assert.NotSame(Source(false).Current, Source(false).Current);
    }
}
