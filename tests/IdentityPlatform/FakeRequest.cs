#nullable enable
using System.Collections.Generic;

namespace PartnerCenterCart.IdentityPlatform;

/// <summary>What somebody asked the fake identity platform.</summary>
public sealed class FakeRequest
{
    public FakeRequest(string method, string path, Dictionary<string, string> values, Dictionary<string, string> headers)
    {
        Method = method;
        Path = path;
        Values = values;
        Headers = headers;
    }

    public string Method { get; }

    /// <summary>Without the query.</summary>
    public string Path { get; }

    /// <summary>Query and form together.</summary>
    public Dictionary<string, string> Values { get; }

    public Dictionary<string, string> Headers { get; }

    public string this[string name] => Values.TryGetValue(name, out string? value) ? value : "";
}
