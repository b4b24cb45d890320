namespace PartnerCenterCart.Json;

/// <summary>Whole lines of a JSON-lines file, as bytes: what one worker parses at a time.</summary>
internal sealed class JsonLineChunk
{
    public JsonLineChunk(byte[] bytes, int length, long firstLine)
    {
        Bytes = bytes;
        Length = length;
        FirstLine = firstLine;
    }

    /// <summary>UTF-8; only the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; }

    public int Length { get; }

    /// <summary>Number of its first line in the file, from 1.</summary>
    public long FirstLine { get; }
}
