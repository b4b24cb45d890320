using System;
using System.Collections.Concurrent;

namespace PartnerCenterCart.Json;

/// <summary>Whole lines of a JSON-lines file, as bytes: what one worker parses at a time, and then gives the buffer back.</summary>
internal sealed class JsonLineChunk : IDisposable
{
    private readonly ConcurrentBag<byte[]>? buffers;

    public JsonLineChunk(byte[] bytes, int length, long firstLine, ConcurrentBag<byte[]>? buffers = null)
    {
        Bytes = bytes;
        Length = length;
        FirstLine = firstLine;
        this.buffers = buffers;
    }

    /// <summary>UTF-8; only the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; }

    public int Length { get; }

    /// <summary>Number of its first line in the file, from 1.</summary>
    public long FirstLine { get; }

    /// <summary>Its bytes are not needed any more.</summary>
    public void Dispose() => buffers?.Add(Bytes);
}
