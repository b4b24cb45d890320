using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A service of one partner tenant that several connections call, on one clock whose waits take no time.</summary>
internal sealed class Partner : IDisposable
{
    private readonly ConcurrentQueue<(DateTimeOffset Time, HttpRequestMessage Message)> arrivals = new();
    private readonly List<HttpTransport> connections = [];
    private readonly Func<HttpRequestMessage, int, HttpResponseMessage> answer;
    private int count;

    /// <param name="answer">Answers a message by its number, from 1; throws for a connection that breaks.</param>
    public Partner(Func<HttpRequestMessage, int, HttpResponseMessage>? answer = null)
    {
        this.answer = answer ?? ((_, _) => FakeHandler.Json("""{"id":"k"}"""));
        Traffic = new TenantTraffic(Clock);
    }

    public RecordingClock Clock { get; } = new();

    public TenantTraffic Traffic { get; }

    public IReadOnlyList<(DateTimeOffset Time, HttpRequestMessage Message)> Arrivals => [.. arrivals];

    /// <summary>Paths in order of arrival.</summary>
    public IEnumerable<string> Paths => Arrivals.Select(arrival => arrival.Message.RequestUri!.AbsolutePath);

    public static HttpResponseMessage Refusal(int? seconds)
    {
        HttpResponseMessage message = FakeHandler.Json("""{"statusCode":429,"message":"Too many."}""", HttpStatusCode.TooManyRequests);
        if (seconds is { } wait)
        {
            message.Headers.TryAddWithoutValidation("Retry-After", wait.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return message;
    }

    public static HttpResponseMessage Down() => FakeHandler.Json("<html>", HttpStatusCode.ServiceUnavailable);

    /// <summary>A connection of its own, as another runspace would have.</summary>
    public HttpTransport Connect()
    {
        var transport = new HttpTransport(
            new TransportOptions { Clock = Clock, Handler = new FakeHandler((message, _) => Task.FromResult(Answer(message))) }, TimeProvider.System, new TrafficSource(Traffic));
        connections.Add(transport);
        return transport;
    }

    /// <summary>One call of an operation; the path tells the tests which.</summary>
    public Task<Cart> CallAsync(HttpTransport transport, string operation, RequestContext? context = null, RetryClass retryClass = RetryClass.Read, string path = "/v1/x", CancellationToken stop = default) =>
        Calls.SendAsync(
            transport,
            new PartnerRequest(operation, retryClass == RetryClass.Read ? "GET" : "POST", path, retryClass, context ?? new RequestContext()) { Purpose = "trying " + operation },
            Clock,
            stop);

    /// <summary>Most arrivals within any minute of the clock.</summary>
    public int BusiestMinute()
    {
        DateTimeOffset[] times = Arrivals.Select(arrival => arrival.Time).Order().ToArray();
        return times.Length == 0 ? 0 : times.Max(start => times.Count(time => time >= start && time < start.AddMinutes(1)));
    }

    public void Dispose() => connections.ForEach(connection => connection.Dispose());

    private HttpResponseMessage Answer(HttpRequestMessage message)
    {
        arrivals.Enqueue((Clock.UtcNow, message));
        return answer(message, Interlocked.Increment(ref count));
    }
}
