using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http.Headers;

namespace PartnerCenterCart.Http;

/// <summary>The headers of an answer by name, whatever their case; nothing is copied before somebody asks.</summary>
internal sealed class AnswerHeaders : IReadOnlyDictionary<string, string>
{
    private readonly HttpResponseHeaders head;
    private readonly HttpContentHeaders? content;

    public AnswerHeaders(HttpResponseHeaders head, HttpContentHeaders? content)
    {
        this.head = head;
        this.content = content;
    }

    public int Count => Keys.Count();

    public IEnumerable<string> Keys => this.Select(header => header.Key);

    public IEnumerable<string> Values => this.Select(header => header.Value);

    public string this[string key] => TryGetValue(key, out string value) ? value : throw new KeyNotFoundException($"The answer has no header {key}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out string value)
    {
        value = Find(head, key) ?? (content == null ? null : Find(content, key))!;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> all = content == null ? head : head.Concat(content);
        return all.Select(header => new KeyValuePair<string, string>(header.Key, string.Join(",", header.Value))).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string? Find(HttpHeaders headers, string name)
    {
#if NETFRAMEWORK
        // Asking a collection for a header of the other kind (Content-Type among the general ones) gives false.
        return headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null;
#else
        // Taken as it came: a header that breaks its own grammar is still worth reading.
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? string.Join(",", values) : null;
#endif
    }
}
