using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>Sends a message and receives the whole answer, or hands its body on as it comes.</summary>
internal sealed class AnswerReader
{
    // What is larger, pages of line items and files, goes to a sink and is never held; the rest grows as it comes.
    private const int LargestFirstBuffer = 1 << 20;
    private const int NoContent = 204;

    private readonly bool declaredLengthIsTrue;

    /// <param name="declaredLengthIsTrue">
    /// Whether a handler without a network stands below: it may cut a body short without a word, so the length is checked.
    /// </param>
    public AnswerReader(bool declaredLengthIsTrue) => this.declaredLengthIsTrue = declaredLengthIsTrue;

    /// <param name="client">Sends.</param>
    /// <param name="message">What is sent.</param>
    /// <param name="call">What is known about the call.</param>
    /// <param name="moved">Told whenever something came of a body that is handed on: it may take long, but not stand still.</param>
    /// <param name="stop">Ends the try.</param>
    public async Task<PartnerAnswer> ReadAsync(HttpClient client, HttpRequestMessage message, HttpCall call, Action moved, CancellationToken stop)
    {
        using HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        call.Status = response.StatusCode;
        HttpContent content = response.Content;
        if (content != null && call.Request.Sink is { } sink && response.IsSuccessStatusCode && (int)response.StatusCode != NoContent)
        {
            return await HandOnAsync(response, sink, moved, stop).ConfigureAwait(false);
        }

        long? length = content?.Headers.ContentLength;
        var body = new MemoryStream((int)Math.Min(length ?? 0, LargestFirstBuffer));
        if (content != null)
        {
#if NETFRAMEWORK
            using (stop.Register(response.Dispose))
            {
                await content.CopyToAsync(body).ConfigureAwait(false);
            }

            stop.ThrowIfCancellationRequested();
#else
            await content.CopyToAsync(body, stop).ConfigureAwait(false);
#endif
        }

        if (declaredLengthIsTrue && body.Length < length)
        {
            throw CutShort(body.Length, length);
        }

        body.Position = 0;
        return Answer(response, body);
    }

    private async Task<PartnerAnswer> HandOnAsync(HttpResponseMessage response, IAnswerSink sink, Action moved, CancellationToken stop)
    {
        long? length = response.Content.Headers.ContentLength;
#if NETFRAMEWORK
        using CancellationTokenRegistration end = stop.Register(response.Dispose);
        using var body = new ReceivedStream(await response.Content.ReadAsStreamAsync().ConfigureAwait(false), moved);
#else
        using var body = new ReceivedStream(await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false), moved);
#endif
        await sink.TakeAsync(Answer(response, body), stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return declaredLengthIsTrue && body.Received < length
            ? throw CutShort(body.Received, length)
            : Answer(response, new MemoryStream());
    }

    private static PartnerAnswer Answer(HttpResponseMessage response, Stream body) =>
        new((int)response.StatusCode, response.ReasonPhrase, new AnswerHeaders(response.Headers, response.Content?.Headers), body);

    private static IOException CutShort(long received, long? length) => new($"The body ended after {received} of {length} bytes.");
}
