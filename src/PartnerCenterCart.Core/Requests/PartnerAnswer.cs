using System;
using System.Collections.Generic;
using System.IO;

namespace PartnerCenterCart;

/// <summary>What came back for one try.</summary>
public sealed class PartnerAnswer
{
    /// <summary>Made by a transport from what it received.</summary>
    public PartnerAnswer(int statusCode, string? reasonPhrase, IReadOnlyDictionary<string, string> headers, Stream body)
    {
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
        Headers = headers ?? throw new ArgumentNullException(nameof(headers));
        Body = body ?? throw new ArgumentNullException(nameof(body));
    }

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Text of the status line, when there is one.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>Headers by name, whatever their case; several values are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The whole body, positioned at its start and seekable; for an <see cref="IAnswerSink"/> the body as it comes.</summary>
    public Stream Body { get; }

    /// <summary>Any 2xx; the documents disagree about 200 and 201.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;
}
