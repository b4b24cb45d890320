using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>One logical call. Its request id stays the same however often it is sent; the service tells repeats by it.</summary>
public sealed class PartnerRequest
{
    internal static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    internal PartnerRequest(string operation, string method, string path, RetryClass retryClass, RequestContext context)
    {
        Operation = operation;
        Method = method;
        Path = path;
        RetryClass = retryClass;
        Context = context;
    }

    /// <summary>The operation, as the contract names it.</summary>
    public string Operation { get; }

    /// <summary>HTTP verb.</summary>
    public string Method { get; }

    /// <summary>
    /// Escaped path with query, relative to the host: <c>/v1/customers/...</c>. With an <see cref="Address"/> it is that address
    /// without its query, for messages.
    /// </summary>
    public string Path { get; }

    /// <summary>
    /// Where to send it instead of the connection's endpoint, when it is about something that lies elsewhere; null for all calls of
    /// the service itself. Its query holds a secret. No token and no header of the service goes there.
    /// </summary>
    public Uri? Address { get; internal init; }

    /// <summary>
    /// Takes the body of a success as it comes, which is then not held: the answer that is read afterwards has none. Null for
    /// answers that are read whole.
    /// </summary>
    public IAnswerSink? Sink { get; internal init; }

    /// <summary>What may be done when the answer is lost.</summary>
    public RetryClass RetryClass { get; }

    /// <summary>The user action that this call belongs to.</summary>
    public RequestContext Context { get; }

    /// <summary>MS-RequestId.</summary>
    public Guid RequestId { get; internal init; } = Guid.NewGuid();

    /// <summary>JSON body; null for none.</summary>
    public byte[]? Body { get; internal init; }

    /// <summary>Media type of the body; null is JSON.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>Further headers, such as the token of the next page.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = NoHeaders;

    /// <summary>What the call does and for what, for messages: "checking out cart ... of customer ...".</summary>
    public string Purpose { get; internal init; } = "calling the service";

    /// <summary>What to look at when the outcome of a write is not known; null for reads.</summary>
    public string? WhenUnknown { get; internal init; }

    /// <summary>Which service is called, and so which token is needed.</summary>
    public TokenResource Resource { get; internal init; }

    /// <summary>False for the routes of an emulator, which the service does not have.</summary>
    public bool NeedsToken { get; internal init; } = true;

    /// <summary>Whether a lost answer leaves open what happened.</summary>
    public bool IsWrite => RetryClass != RetryClass.Read;

    /// <summary>Method and path in one line.</summary>
    public override string ToString() => $"{Method} {Path}";
}
