using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>Sends a message and receives the whole answer.</summary>
internal sealed class AnswerReader
{
    private const int LargestFirstBuffer = 1 << 20;

    private readonly bool declaredLengthIsTrue;

    /// <param name="declaredLengthIsTrue">
    /// Whether a handler without a network stands below: it may cut a body short without a word, so the length is checked.
    /// </param>
    public AnswerReader(bool declaredLengthIsTrue) => this.declaredLengthIsTrue = declaredLengthIsTrue;

    public async Task<PartnerAnswer> ReadAsync(HttpClient client, HttpRequestMessage message, HttpCall call, CancellationToken stop)
    {
        using HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        call.Status = response.StatusCode;
        HttpContent content = response.Content;
        long? length = content?.Headers.ContentLength;
        var body = new MemoryStream(length is > 0 and <= LargestFirstBuffer ? (int)length : 0);
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
            throw new IOException($"The body ended after {body.Length} of {length} bytes.");
        }

        body.Position = 0;
        return new PartnerAnswer((int)response.StatusCode, response.ReasonPhrase, new AnswerHeaders(response.Headers, content?.Headers), body);
    }
}
