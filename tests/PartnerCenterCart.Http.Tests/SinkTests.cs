using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Bodies that are too large to hold are handed on as they come.</summary>
public class SinkTests
{
    private const string Secret = "sv=2024-01-01&se=2026&sp=r&sig=c2VjcmV0LXNpZ25hdHVyZQ%3D%3D";

    [Fact]
    public async Task The_body_of_a_success_goes_to_the_sink_and_is_not_held()
    {
        using var server = new LoopbackServer(Reply.Status(200, "the document", "X-Of: document"));
        var sink = new Sink();

        long left = await SendAsync(server, sink, answer => answer.Body.Length);

        Assert.Equal("the document", sink.Text);
        Assert.Equal("document", sink.Header);
        Assert.Equal(0, left);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task What_is_no_content_never_reaches_the_sink(int status)
    {
        using var server = new LoopbackServer(Reply.Status(status, status == 204 ? "" : "sorry"));
        var sink = new Sink();

        Assert.Equal(status, await SendAsync(server, sink, answer => answer.StatusCode));
        Assert.Equal(0, sink.Calls);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("cut short in chunks")]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("reset")]
    public async Task A_try_that_breaks_is_made_again_and_the_sink_begins_anew(string trouble)
    {
        using var server = new LoopbackServer(
            trouble switch
            {
                "cut short" => Reply.CutShort,
                "cut short in chunks" => Reply.CutShortInChunks,
                "reset" => Reply.Reset,
                _ => Reply.Status(int.Parse(trouble, System.Globalization.CultureInfo.InvariantCulture)),
            },
            Reply.Ok("whole"));
        var sink = new Sink();

        await SendAsync(server, sink, _ => 0);

        Assert.Equal("whole", sink.Text);
        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(received => received.Header("MS-RequestId")).Distinct());
    }

    [Fact]
    public async Task A_handler_that_cuts_a_body_short_without_a_word_is_noticed()
    {
        int tries = 0;
        using var handler = new FakeHandler((_, _) =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("who")) };
            answer.Content.Headers.ContentLength = ++tries == 1 ? 5 : 3;
            return Task.FromResult(answer);
        });
        var sink = new Sink();

        await SendAsync(new TransportOptions { Handler = handler }, sink, _ => 0);

        Assert.Equal(2, tries);
        Assert.Equal("who", sink.Text);
    }

    [Fact]
    public async Task What_goes_wrong_in_the_sink_is_no_failure_of_the_network()
    {
        using var server = new LoopbackServer(Reply.Ok("x"));
        var sink = new Sink { Fails = PartnerException.InvalidInput("The disk is full.") };

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(server, sink, _ => 0));

        Assert.Same(sink.Fails, thrown);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_body_that_moves_may_take_longer_than_a_try_and_one_that_stands_still_may_not()
    {
        var time = new RunningTime();
        var limit = TimeSpan.FromSeconds(10);
        using var handler = new FakeHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SlowBody(time, 30)) }));
        var sink = new Sink();

        await SendAsync(new TransportOptions { Handler = handler, TryTimeout = limit }, sink, _ => 0, time: time);
        Assert.Equal(new string('x', 30), sink.Text);

        using var still = new FakeHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SlowBody(time, 30, standsStillAt: 5)) }));
        var thrown = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(new TransportOptions { Handler = still, TryTimeout = limit }, sink, _ => 0, time: time));
        Assert.Equal(PartnerErrorKind.Timeout, thrown.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_a_body_in_the_middle()
    {
        using var stop = new CancellationTokenSource();
        using var handler = new FakeHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessBody(stop.Cancel)) }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(new TransportOptions { Handler = handler }, new Sink(), _ => 0, stop: stop.Token));
    }

    [Fact]
    public async Task Something_elsewhere_gets_neither_token_nor_headers_of_the_service()
    {
        using var service = new LoopbackServer(Reply.Ok());
        using var store = new LoopbackServer(Reply.Ok("blob"));
        var sink = new Sink();

        await SendAsync(service, sink, _ => 0, new Uri(store.Endpoint, "container/a%2Fb.json.gz?" + Secret));

        ReceivedRequest received = Assert.Single(store.Received);
        Assert.Empty(service.Received);
        Assert.Equal("/container/a%2Fb.json.gz?" + Secret, received.Target);
        Assert.Null(received.Header("Authorization"));
        Assert.DoesNotContain(received.HeaderLines, line => line.StartsWith("MS-", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("bytes=2-", received.Header("Range"));
        Assert.Equal("blob", sink.Text);
    }

    [Theory]
    [InlineData("403")]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("ok")]
    public async Task No_note_and_no_exception_holds_the_secret_of_an_address(string trouble)
    {
        var log = new NoteLog(wantsContent: true);
        using var store = new LoopbackServer((request, _) => trouble switch
        {
            "403" => Reply.Status(403, "<?xml version=\"1.0\"?><Error><Message>Not http://blob.example/x?" + Secret + "</Message></Error>"),
            "reset" => Reply.Reset,
            _ => Reply.Ok("blob"),
        });
        Uri address = new(trouble == "refused" ? LoopbackServer.Nowhere : store.Endpoint, "c/b?" + Secret);

        Exception? thrown = await Record.ExceptionAsync(() => SendAsync(store, new Sink(), _ => 0, address, log));

        Assert.Equal(trouble == "ok", thrown == null);
        Assert.DoesNotContain("sig=", thrown?.ToString() ?? string.Empty, StringComparison.Ordinal);
        Assert.NotEmpty(log.Notes);
        Assert.All(log.Notes, note => Assert.DoesNotContain("c2VjcmV0", note.Request + note.Request.Path + note.Content + note.Failure, StringComparison.Ordinal));
    }

    private static Task<T> SendAsync<T>(LoopbackServer server, Sink sink, Func<PartnerAnswer, T> read, Uri? address = null, NoteLog? log = null) =>
        SendAsync(new TransportOptions { Endpoint = server.Endpoint }, sink, read, address, log);

    private static async Task<T> SendAsync<T>(
        TransportOptions options, Sink sink, Func<PartnerAnswer, T> read, Uri? address = null, NoteLog? log = null, RunningTime? time = null, CancellationToken stop = default)
    {
        options.Clock = new RecordingClock();
        options.TokenSource = new FixedToken("a-token-of-some-length");
        using var transport = new HttpTransport(options, (TimeProvider?)time ?? TimeProvider.System);
        var sender = new CallSender(transport, options.Clock, new RequestContext(observer: log));
        var headers = new Dictionary<string, string> { ["Range"] = "bytes=2-" };
        PartnerRequest request = address == null
            ? sender.Request("invoices.statement", HttpMethod.Get, "/v1/invoices/1/documents/statement", RetryClass.Read, "trying a sink", sink: sink)
            : sender.Elsewhere("blobs.get", address, "trying a blob", sink, headers);
        return await transport.SendAsync(request, answer => answer.StatusCode is 429 or >= 403 && answer.StatusCode != 404 ? throw Fault.From(request, answer, options.Clock.UtcNow) : read(answer), stop);
    }

    private sealed class Sink : IAnswerSink
    {
        public int Calls { get; private set; }

        public string Text { get; private set; } = string.Empty;

        public string? Header { get; private set; }

        public PartnerException? Fails { get; init; }

        public async Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken)
        {
            Calls++;
            Text = string.Empty;
            Assert.False(answer.Body.CanSeek);
            answer.Headers.TryGetValue("X-Of", out string? header);
            Header = header;
            var copy = new MemoryStream();
            await answer.Body.CopyToAsync(copy, cancellationToken);
            Text = Encoding.UTF8.GetString(copy.ToArray());
            if (Fails != null)
            {
                throw Fails;
            }
        }
    }

    /// <summary>Begins, tells the test so, and never ends.</summary>
    private sealed class EndlessBody(Action begun) : MemoryStream(new byte[1])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                begun();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return read;
        }
    }

    /// <summary>One byte at a time, and nine seconds for each.</summary>
    private sealed class SlowBody(RunningTime time, int length, int standsStillAt = -1) : MemoryStream(Encoding.ASCII.GetBytes(new string('x', length)))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(TimeSpan.FromSeconds(Position == standsStillAt ? 11 : 9));
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer[..1], cancellationToken);
        }
    }

    /// <summary>Time that runs when it is told to.</summary>
    private sealed class RunningTime : TimeProvider
    {
        private readonly List<RunningTimer> timers = new();
        private TimeSpan now;

        public void Advance(TimeSpan duration)
        {
            now += duration;
            timers.ToList().ForEach(timer => timer.FireWhenDue());
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new RunningTimer(this, () => callback(state));
            timer.Change(dueTime, period);
            timers.Add(timer);
            return timer;
        }

        private sealed class RunningTimer(RunningTime owner, Action callback) : ITimer
        {
            private TimeSpan due;

            public void FireWhenDue()
            {
                if (owner.now >= due && owner.timers.Remove(this))
                {
                    callback();
                }
            }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                due = dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : owner.now + dueTime;
                return true;
            }

            public void Dispose() => owner.timers.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
