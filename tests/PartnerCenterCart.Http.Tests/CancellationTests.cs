using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The caller's cancellation, the timeout of a try and the end of a connection, told apart.</summary>
public class CancellationTests
{
    [Theory]
    [InlineData(RetryClass.Read)]
    [InlineData(RetryClass.Write)]
    public async Task Cancelled_by_the_caller_during_a_call_ends_at_once_as_cancelled(RetryClass retryClass)
    {
        using var cancel = new CancellationTokenSource();
        using var server = new LoopbackServer((_, _) =>
        {
            cancel.Cancel();
            return Reply.Silence;
        });
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls.SendAsync(transport, Calls.Of(retryClass), cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Cancelled_by_the_caller_in_the_middle_of_an_answer_ends_at_once_as_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        using var handler = new FakeHandler((_, _) => Task.FromResult(new System.Net.Http.HttpResponseMessage { Content = new EndlessContent(cancel.Cancel) }));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler });

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls.SendAsync(transport, Calls.Read(), cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Cancelled_by_the_caller_during_a_wait_ends_at_once_as_cancelled()
    {
        var clock = new StuckClock();
        using var cancel = new CancellationTokenSource();
        using var server = new LoopbackServer(Reply.Status(429, string.Empty, "Retry-After: 3600"));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = clock });
        Task<Cart> call = Calls.SendAsync(transport, Calls.Of(RetryClass.Write), clock, cancel.Token);
        await clock.Waiting;

        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, thrown.CancellationToken);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Cancelled_before_it_began_sends_nothing()
    {
        var log = new NoteLog();
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls.SendAsync(transport, Calls.Read(observer: log), cancellationToken: new CancellationToken(true)));

        Assert.Empty(log.Notes);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_says_so_and_names_host_and_time()
    {
        var time = new ManualTime();
        using var server = new LoopbackServer((_, _) =>
        {
            time.PassTimeout();
            return Reply.Silence;
        });
        using var cancel = new CancellationTokenSource();
        using var transport = new HttpTransport(
            new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock(), TryTimeout = TimeSpan.FromSeconds(7) }, time);

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read(), cancellationToken: cancel.Token));

        Assert.Equal(PartnerErrorKind.Timeout, thrown.Kind);
        Assert.False(thrown.NothingWasDone);
        Assert.Contains(FormattableString.Invariant($"127.0.0.1 port {server.Port} did not answer within 7 seconds"), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_takes_too_long_is_a_timeout_too()
    {
        var time = new ManualTime();
        using var handler = new FakeHandler((_, _) => Task.FromResult(new System.Net.Http.HttpResponseMessage { Content = new EndlessContent(time.PassTimeout) }));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, Clock = new RecordingClock() }, time);

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Equal(PartnerErrorKind.Timeout, thrown.Kind);
        Assert.Contains("began to answer but did not finish", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jumps_of_the_connections_clock_are_no_timeouts()
    {
        var clock = new RecordingClock();
        using var handler = new FakeHandler(async (_, _) =>
        {
            await clock.DelayAsync(TimeSpan.FromDays(8), default);
            return FakeHandler.Json("""{"id":"k"}""");
        });
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, Clock = clock });

        Assert.Equal("k", (await Calls.SendAsync(transport, Calls.Read())).Id);
    }

    [Fact]
    public async Task A_call_on_a_closed_connection_says_to_connect_again()
    {
        using var server = new LoopbackServer(Reply.Ok());
        var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });
        transport.Dispose();
        transport.Dispose();

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.NotConnected, thrown.Kind);
        Assert.True(thrown.NothingWasDone);
        Assert.Contains("Connect-PartnerCenter", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RetryClass.Read, PartnerErrorKind.ConnectionFailed)]
    [InlineData(RetryClass.Write, PartnerErrorKind.OutcomeUnknown)]
    public async Task Closing_the_connection_ends_a_running_call_at_once(RetryClass retryClass, PartnerErrorKind kind)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new LoopbackServer((_, _) =>
        {
            asked.TrySetResult();
            return Reply.Silence;
        });
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new StuckClock() });
        Task<Cart> call = Calls.SendAsync(transport, Calls.Of(retryClass));
        await asked.Task;

        transport.Dispose();

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => call);
        Assert.Equal(kind, thrown.Kind);
    }

    [Fact]
    public async Task Closing_the_connection_ends_a_wait_at_once()
    {
        var clock = new StuckClock();
        using var server = new LoopbackServer(Reply.Status(429));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = clock });
        Task<Cart> call = Calls.SendAsync(transport, Calls.Of(RetryClass.Write), clock);
        await clock.Waiting;

        transport.Dispose();

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => call);
        Assert.Equal(PartnerErrorKind.NotConnected, thrown.Kind);
        Assert.Single(server.Received);
    }
}
