using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What came in, in order of arrival, without tokens.</summary>
internal sealed class RequestLog(int capacity)
{
    private const string Authorization = "Authorization";

    private readonly object gate = new();
    private readonly Queue<LoggedRequest> entries = new();
    private long sequence;

    public LoggedRequest Add(EmulatorRequest request, RequestTarget target, string? operation, DateTimeOffset time)
    {
        IReadOnlyDictionary<string, string> headers = Redacted(request);
        string? body = request.Body.Length == 0 ? null : WireJson.Utf8.GetString(request.Body);
        lock (gate)
        {
            sequence++;
            var entry = new LoggedRequest
            {
                Sequence = sequence,
                Time = Timestamp.Text(time),
                Operation = operation,
                Method = request.Method,
                Path = target.Path,
                Query = Redacted(target.QueryText),
                Headers = headers,
                Body = body,
            };
            entries.Enqueue(entry);
            if (entries.Count > capacity)
            {
                entries.Dequeue();
            }

            return entry;
        }
    }

    public IReadOnlyList<LoggedRequest> Find(string? operation, long after)
    {
        lock (gate)
        {
            return entries.Where(entry => entry.Sequence > after && (operation is null || string.Equals(entry.Operation, operation, StringComparison.OrdinalIgnoreCase))).ToList();
        }
    }

    /// <summary>Sequence numbers go on, so that a reader's "after" stays right.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    // A shared access signature opens files as a token opens the service.
    private static string? Redacted(string? query) => query is null || query.IndexOf(SasToken.Signature + "=", StringComparison.Ordinal) < 0 ? query
        : string.Join("&", query.Split('&').Select(pair => pair.StartsWith(SasToken.Signature + "=", StringComparison.Ordinal) ? SasToken.Signature + "=***" : pair));

    private static Dictionary<string, string> Redacted(EmulatorRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            headers[header.Key] = header.Value;
        }

        if (headers.TryGetValue(Authorization, out string? value))
        {
            int blank = value.IndexOf(' ');
            headers[Authorization] = (blank < 0 ? string.Empty : value.Substring(0, blank + 1)) + "***";
        }

        return headers;
    }
}
