using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace PartnerCenterCart.Http;

/// <summary>Builds the message of a try, with the headers of the contract (behaviours.md, section 2).</summary>
internal sealed class HttpRequestBuilder
{
    private const string Json = "application/json";

    private readonly string root;
    private readonly string? graphRoot;
    private readonly string clientName;

    /// <param name="endpoint">Partner Center.</param>
    /// <param name="graph">Microsoft Graph; null where the cloud has none for us.</param>
    /// <param name="clientName">Name and version.</param>
    public HttpRequestBuilder(Uri endpoint, Uri? graph, string clientName)
    {
        if (endpoint is not { IsAbsoluteUri: true } || (endpoint.Scheme != "https" && endpoint.Scheme != "http"))
        {
            throw new ArgumentException("The endpoint must be an http or https address.", nameof(endpoint));
        }

        root = Root(endpoint);
        graphRoot = graph == null ? null : Root(graph);
        this.clientName = clientName;
    }

    /// <summary>Where a request goes.</summary>
    public Uri Address(PartnerRequest request) => request.Address ?? Address(RootOf(request), request.Path);

    /// <summary>
    /// Endpoint and path put together as they are. The service's own links break the rules of addresses (a second '?', a
    /// double slash) and ids carry %2F and %3A, all of which must arrive as written (contract: behaviours.md, section 5).
    /// </summary>
    private static Uri Address(string root, string path)
    {
        string text = root + Sendable(path);
#if NETFRAMEWORK
        // The framework has no way to leave an address alone; what it changes by itself (dot segments) no operation uses.
        return new Uri(text, UriKind.Absolute);
#else
        return new Uri(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
#endif
    }

    public HttpRequestMessage Build(HttpCall call, string? token)
    {
        PartnerRequest request = call.Request;
        var message = new HttpRequestMessage(Method(request.Method), call.Address);
        HttpRequestHeaders headers = message.Headers;
        if (request.Address == null)
        {
            AddOfTheService(headers, request, token);
        }

        headers.TryAddWithoutValidation("User-Agent", clientName);
#if NETFRAMEWORK
        headers.ExpectContinue = false;
#endif
        if (request.Body != null || request.IsWrite || MayHaveBody(request.Method))
        {
            // An empty POST carries the content type too; Content-Length: 0 comes with the empty content. And a message
            // with content is never repeated by SocketsHttpHandler on its own; see NetworkHandler.
            message.Content = new ByteArrayContent(request.Body ?? Array.Empty<byte>());
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType ?? Json);
        }

        if (request.Headers.Count > 0)
        {
            AddOwn(message, request.Headers);
        }

        return message;
    }

    /// <summary>Other hosts get none of these, the token least of all.</summary>
    private void AddOfTheService(HttpRequestHeaders headers, PartnerRequest request, string? token)
    {
        if (token != null)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        headers.TryAddWithoutValidation("Accept", Json);
        headers.TryAddWithoutValidation("MS-RequestId", request.RequestId.ToString());
        headers.TryAddWithoutValidation("MS-CorrelationId", request.Context.CorrelationId.ToString());
        headers.TryAddWithoutValidation("X-Locale", request.Context.Locale);
        headers.TryAddWithoutValidation("MS-PartnerCenter-Client", clientName);
    }

    private static string Root(Uri endpoint) => endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    private string RootOf(PartnerRequest request) => request.Resource != TokenResource.Graph
        ? root
        : graphRoot ?? throw Fault.Lost(
            PartnerErrorKind.InvalidInput, request, "Microsoft Graph has the reconciliation exports in the global cloud only, and this connection is to another", null, true, "Connect to the global cloud; elsewhere the line items of -Api v1 are what there is.");

    /// <summary>The request's own headers win, as for another Accept, but for those that say who calls and which call it is.</summary>
    private static void AddOwn(HttpRequestMessage message, IReadOnlyDictionary<string, string> own)
    {
        foreach (KeyValuePair<string, string> header in own)
        {
            if (IsReserved(header.Key))
            {
                continue;
            }

            // Asked first: to remove a name that no request can have would throw.
            if (message.Headers.TryGetValues(header.Key, out _))
            {
                message.Headers.Remove(header.Key);
            }

            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    // Headers of a next page come from the service; these it cannot change.
    private static bool IsReserved(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        || name.Equals("MS-RequestId", StringComparison.OrdinalIgnoreCase)
        || name.Equals("MS-CorrelationId", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    private static HttpMethod Method(string method) => method switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "DELETE" => HttpMethod.Delete,
        _ => new HttpMethod(method),
    };

    private static bool MayHaveBody(string method) => method is "POST" or "PUT" or "PATCH";

    /// <summary>Escapes only what no request line can carry: white space, control characters, '#', anything beyond ASCII.</summary>
    private static string Sendable(string path)
    {
        foreach (char c in path)
        {
            if (!IsSendable(c))
            {
                return Escaped(path);
            }
        }

        return path;
    }

    private static string Escaped(string path)
    {
        var text = new StringBuilder(path.Length + 16);
        foreach (byte b in Encoding.UTF8.GetBytes(path))
        {
            if (IsSendable((char)b))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static bool IsSendable(char c) => c is > ' ' and < '\x7F' and not '#';
}
