using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>The answer, and what should go wrong while a door sends it.</summary>
public sealed class EmulatorResponse
{
    internal const string JsonType = "application/json; charset=utf-8";

    internal static readonly byte[] NoBody = Array.Empty<byte>();

    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    internal EmulatorResponse(int status, byte[] body, string? contentType = null)
    {
        Status = status;
        Body = body;
        if (contentType is not null)
        {
            headers["Content-Type"] = contentType;
        }
    }

    /// <summary>HTTP status; meaningless when the connection is reset.</summary>
    public int Status { get; }

    /// <summary>Response and content headers together, without Content-Length.</summary>
    public IReadOnlyDictionary<string, string> Headers => headers;

    /// <summary>The whole body, also when it is to be truncated.</summary>
    public byte[] Body { get; }

    /// <summary>What the door must break.</summary>
    public TransportFault TransportFault { get; private set; }

    internal static EmulatorResponse Json(int status, object value) => new(status, WireJson.WriteBytes(value), JsonType);

    internal static EmulatorResponse Empty(int status) => new(status, NoBody);

    internal static EmulatorResponse ConnectionReset() => new(0, NoBody) { TransportFault = TransportFault.ConnectionReset };

    internal EmulatorResponse With(string header, string value)
    {
        headers[header] = value;
        return this;
    }

    internal EmulatorResponse Truncated()
    {
        TransportFault = TransportFault.TruncatedBody;
        return this;
    }

    // A replayed answer is shared by several requests, and each gets its own headers.
    internal EmulatorResponse WithBody(byte[] body)
    {
        var copy = new EmulatorResponse(Status, body) { TransportFault = TransportFault };
        foreach (var header in headers)
        {
            copy.headers[header.Key] = header.Value;
        }

        return copy;
    }
}
