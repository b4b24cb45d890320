using System;
using System.Collections.Concurrent;
using System.IO;

namespace PartnerCenterCart.Json;

/// <summary>
/// Cuts a stream of JSON lines into chunks that end where a line does, so that several workers can parse them. It holds one chunk,
/// however long the stream is; a line that is longer than a chunk makes that one chunk longer.
/// </summary>
internal sealed class JsonLineChunks
{
    private const byte LineFeed = (byte)'\n';

    // Sixteen megabytes are ten thousand times a row; beyond it is no JSON-lines file.
    private const int LongestLine = 16 << 20;

    // Buffers of this size are expensive to make and to collect; a few of them go round.
    private readonly ConcurrentBag<byte[]> buffers = new();
    private readonly Stream source;
    private readonly uint? announced;
    private readonly int size;
    private byte[] rest = Array.Empty<byte>();
    private int restLength;
    private long line = 1;
    private long total;
    private bool ended;

    /// <param name="source">The lines.</param>
    /// <param name="announced">How long they say they are, modulo 4 GB; null where nothing says so.</param>
    /// <param name="size">Bytes of a chunk.</param>
    public JsonLineChunks(Stream source, uint? announced = null, int size = 1 << 19)
    {
        this.source = source;
        this.announced = announced;
        this.size = size;
    }

    /// <summary>The next chunk; null at the end. Its bytes are the caller's.</summary>
    /// <exception cref="InvalidDataException">The stream is no such file, or is broken.</exception>
    public JsonLineChunk? Next()
    {
        if (ended && restLength == 0)
        {
            return null;
        }

        byte[] bytes = restLength * 2 <= size && buffers.TryTake(out byte[]? kept) ? kept : new byte[Math.Max(size, restLength * 2)];
        Buffer.BlockCopy(rest, 0, bytes, 0, restLength);
        int length = restLength;
        restLength = 0;
        int end = -1;
        while (end < 0)
        {
            int searched = length;
            length = Fill(bytes, length);
            end = ended ? length : LastLineEnd(bytes, searched, length);
            if (end < 0)
            {
                if (length >= LongestLine)
                {
                    throw new InvalidDataException("a line is longer than 16 MB");
                }

                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        if (ended && announced != null && announced != unchecked((uint)total) && (length == 0 || bytes[length - 1] != LineFeed))
        {
            // Unzipping ends without a word where a file does. One that was put together of several zipped parts announces the
            // length of the last, but ends with a line.
            throw new InvalidDataException("it ends in the middle");
        }

        restLength = length - end;
        rest = restLength == 0 ? Array.Empty<byte>() : bytes.AsRange(end, restLength);
        var chunk = new JsonLineChunk(bytes, end, line, buffers);
        line += Count(bytes, end);
        return end == 0 && ended ? null : chunk;
    }

    private int Fill(byte[] bytes, int length)
    {
        while (length < bytes.Length && !ended)
        {
            int read = source.Read(bytes, length, bytes.Length - length);
            ended = read == 0;
            length += read;
            total += read;
        }

        return length;
    }

    private static int LastLineEnd(byte[] bytes, int from, int to)
    {
        int found = to == from ? -1 : Array.LastIndexOf(bytes, LineFeed, to - 1, to - from);
        return found < 0 ? -1 : found + 1;
    }

    private static int Count(byte[] bytes, int length)
    {
        int count = 0;
        for (int at = Array.IndexOf(bytes, LineFeed, 0, length); at >= 0; at = Array.IndexOf(bytes, LineFeed, at + 1, length - at - 1))
        {
            count++;
        }

        return count;
    }
}
