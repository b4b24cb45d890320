using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The fake identity platform in the place of the network. Kept open: several sign-ins may share it.</summary>
internal sealed class PlatformHandler(FakeIdentityPlatform platform) : HttpMessageHandler
{
    /// <summary>Comes before the platform; null lets it answer.</summary>
    public Func<HttpRequestMessage, Task<HttpResponseMessage?>>? Before { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Before != null && await Before(request) is { } first)
        {
            return first;
        }

        Dictionary<string, string> headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        string body = request.Content == null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        FakeAnswer answer = platform.Answer(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json"), RequestMessage = request };
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }
}
