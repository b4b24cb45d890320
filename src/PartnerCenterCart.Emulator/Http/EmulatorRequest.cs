using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>One HTTP request as a door received it.</summary>
public sealed class EmulatorRequest
{
    /// <summary>Takes the request apart no further than a door must.</summary>
    /// <param name="method">HTTP verb, any casing.</param>
    /// <param name="target">Path and query as sent, still escaped.</param>
    /// <param name="headers">Name to value, names matched without case; repeated headers joined with a comma.</param>
    /// <param name="body">The bytes of the body; empty for none.</param>
    public EmulatorRequest(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        Method = (method ?? throw new ArgumentNullException(nameof(method))).ToUpperInvariant();
        Target = target ?? throw new ArgumentNullException(nameof(target));
        Headers = headers ?? throw new ArgumentNullException(nameof(headers));
        Body = body ?? throw new ArgumentNullException(nameof(body));
    }

    /// <summary>HTTP verb in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent.</summary>
    public string Target { get; }

    /// <summary>Scheme and host that the caller used, such as http://127.0.0.1:41234, for links that must be absolute; null where a door cannot know.</summary>
    public string? Origin { get; init; }

    /// <summary>Request and content headers together.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The bytes of the body; empty for none.</summary>
    public byte[] Body { get; }

    internal string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
