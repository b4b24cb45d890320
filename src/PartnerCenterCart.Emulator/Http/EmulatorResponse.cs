using System;
using System.Collections.Generic;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>The answer, and what should go wrong while a door sends it.</summary>
public sealed class EmulatorResponse
{
    internal const string JsonType = "application/json; charset=utf-8";

    internal static readonly byte[] NoBody = Array.Empty<byte>();

    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<Stream>? open;
    private readonly long? length;
    private byte[]? body;

    internal EmulatorResponse(int status, byte[] body, string? contentType = null)
    {
        Status = status;
        this.body = body;
        if (contentType is not null)
        {
            headers["Content-Type"] = contentType;
        }
    }

    private EmulatorResponse(int status, Func<Stream> open, long? length, string contentType)
    {
        Status = status;
        this.open = open;
        this.length = length;
        headers["Content-Type"] = contentType;
    }

    /// <summary>HTTP status; meaningless when the connection is reset.</summary>
    public int Status { get; }

    /// <summary>Response and content headers together, without Content-Length.</summary>
    public IReadOnlyDictionary<string, string> Headers => headers;

    /// <summary>The whole body, also when it is to be truncated. A streamed one is read into memory here.</summary>
    public byte[] Body => body ??= ReadAll();

    /// <summary>Whether the body is made while it is read, with no memory for the whole of it.</summary>
    public bool IsStreamed => body is null;

    /// <summary>Bytes of the body; null where that is not known before they are made.</summary>
    public long? Length => body?.Length ?? length;

    /// <summary>How much of a truncated body arrives.</summary>
    public long TruncatedLength => (Length ?? Body.Length) / 2;

    /// <summary>What the door must break.</summary>
    public TransportFault TransportFault { get; private set; }

    internal static EmulatorResponse Json(int status, object value) => new(status, WireJson.WriteBytes(value), JsonType);

    /// <param name="status">HTTP status.</param>
    /// <param name="open">Gives the same bytes from the start, each time.</param>
    /// <param name="length">Null where it is not known.</param>
    /// <param name="contentType">As sent.</param>
    internal static EmulatorResponse Streamed(int status, Func<Stream> open, long? length, string contentType) => new(status, open, length, contentType);

    internal static EmulatorResponse Empty(int status) => new(status, NoBody);

    internal static EmulatorResponse ConnectionReset() => new(0, NoBody) { TransportFault = TransportFault.ConnectionReset };

    /// <summary>The bytes of the body, from the start.</summary>
    public Stream OpenBody() => body is null ? open!() : new MemoryStream(body, writable: false);

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

    private byte[] ReadAll()
    {
        using Stream source = open!();
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
