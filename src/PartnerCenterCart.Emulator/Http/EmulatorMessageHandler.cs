using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Emulation;

internal sealed class EmulatorMessageHandler(PartnerCenterEmulator emulator) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] body = request.Content is null
            ? EmulatorResponse.NoBody
            : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        // PathAndQuery, unlike AbsolutePath, keeps a second question mark; behaviours.md section 3 wants both understood.
        string target = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
        var received = new EmulatorRequest(request.Method.Method, target, HeadersOf(request), body)
        {
            Origin = request.RequestUri.IsAbsoluteUri ? request.RequestUri.GetLeftPart(UriPartial.Authority) : null,
        };
        EmulatorResponse answer = await emulator.HandleAsync(received, cancellationToken).ConfigureAwait(false);
        if (answer.TransportFault == TransportFault.ConnectionReset)
        {
            throw ConnectionReset();
        }

        return Message(request, answer);
    }

    private static Dictionary<string, string> HeadersOf(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            headers[header.Key] = string.Join(",", header.Value);
        }

        if (request.Content is not null)
        {
            foreach (var header in request.Content.Headers)
            {
                headers[header.Key] = string.Join(",", header.Value);
            }
        }

        return headers;
    }

    private static HttpResponseMessage Message(HttpRequestMessage request, EmulatorResponse answer)
    {
        HttpContent content = answer.TransportFault == TransportFault.TruncatedBody ? new StreamContent(new TruncatedStream(answer.OpenBody(), answer.TruncatedLength))
            : answer.IsStreamed ? new StreamContent(answer.OpenBody())
            : new ByteArrayContent(answer.Body);
        content.Headers.ContentLength = answer.Length;
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content, RequestMessage = request };
        foreach (var header in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }

    // The shape that a broken socket has for callers of HttpClient.
    private static HttpRequestException ConnectionReset()
    {
        var socket = new SocketException((int)SocketError.ConnectionReset);
        return new HttpRequestException(
            "An error occurred while sending the request.",
            new IOException("Unable to read data from the transport connection: " + socket.Message, socket));
    }
}
