using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Path and query of a request, read as forgivingly as the service does (behaviours.md sections 3 and 5).</summary>
internal sealed class RequestTarget
{
    private RequestTarget(string path, string? queryText)
    {
        Path = path;
        QueryText = queryText;
        Segments = SegmentsOf(path);
        Query = new QueryValues(queryText);
    }

    public string Path { get; }

    public string? QueryText { get; }

    /// <summary>Unescaped, without the empty ones that double slashes make.</summary>
    public IReadOnlyList<string> Segments { get; }

    public QueryValues Query { get; }

    public static RequestTarget Parse(string target)
    {
        int query = target.IndexOf('?');
        return query < 0
            ? new RequestTarget(target, null)
            : new RequestTarget(target.Substring(0, query), target.Substring(query + 1));
    }

    private static List<string> SegmentsOf(string path)
    {
        var segments = new List<string>(8);
        foreach (string part in path.Split('/'))
        {
            if (part.Length > 0)
            {
                segments.Add(Uri.UnescapeDataString(part));
            }
        }

        return segments;
    }
}
