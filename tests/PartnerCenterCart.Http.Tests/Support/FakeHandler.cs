using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Takes the place of the network.</summary>
internal sealed class FakeHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<HttpRequestMessage> messages = new();

    public FakeHandler(Exception failure)
        : this((_, _) => Task.FromException<HttpResponseMessage>(failure))
    {
    }

    public IReadOnlyList<HttpRequestMessage> Messages => [.. messages];

    public bool IsDisposed { get; private set; }

    public static HttpResponseMessage Json(string body = "{}", HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        messages.Enqueue(request);
        return answer(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
