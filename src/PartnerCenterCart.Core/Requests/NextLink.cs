using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>
/// Where the next page is. The service's own links can be malformed: a second '?' in the query, an empty offset, a double
/// slash (contract: behaviours.md, sections 3 and 5; all published forms are test fixtures).
/// </summary>
internal static class NextLink
{
    private const string TokenHeader = "MS-ContinuationToken";

    private static readonly Regex EmptyOffset = new("(?<=[?&]offset=)(?=&|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Path and headers of the next page; null when this was the last.</summary>
    public static (string Path, IReadOnlyDictionary<string, string> Headers)? After(
        PartnerRequest request, Link? next, string? continuationToken, int rowsBefore)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (LinkHeader header in next?.Headers ?? Enumerable.Empty<LinkHeader>())
        {
            if (!string.IsNullOrEmpty(header?.Key) && header!.Value != null)
            {
                headers[header.Key!] = header.Value;
            }
        }

        if (!headers.ContainsKey(TokenHeader) && !string.IsNullOrEmpty(continuationToken))
        {
            headers[TokenHeader] = continuationToken!;
        }

        // Seek paging repeats the first request's own URL: the published links of these lists are the malformed ones.
        if (headers.ContainsKey(TokenHeader))
        {
            return (WithSeek(request.Path), headers);
        }

        return string.IsNullOrEmpty(next?.Uri) ? null : (FromRoot(FillOffset(next!.Uri!, rowsBefore)), headers);
    }

    private static string WithSeek(string path) =>
        path.IndexOf("seekOperation=", StringComparison.OrdinalIgnoreCase) >= 0
            ? path
            : path + (path.Contains("?") ? "&" : "?") + "seekOperation=Next";

    private static string FillOffset(string uri, int rowsBefore) =>
        EmptyOffset.Replace(uri, rowsBefore.ToString(CultureInfo.InvariantCulture));

    /// <summary>Relative to the version root, sometimes already with it, rarely with a double slash.</summary>
    internal static string FromRoot(string uri)
    {
        string path = uri;
        if (Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https")
        {
            // The host of an absolute link is not followed: the token goes to the connection's endpoint alone.
            path = absolute!.PathAndQuery;
        }

        path = "/" + path.TrimStart('/');
        if (path.StartsWith("/v1//", StringComparison.OrdinalIgnoreCase))
        {
            path = "/v1/" + path.Substring(4).TrimStart('/');
        }

        return path.StartsWith("/v1/", StringComparison.OrdinalIgnoreCase) ? path : "/v1" + path;
    }
}
