using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Reads a journal line by line and finds the end of what is whole. It holds one line at a time.</summary>
internal sealed class JournalReader
{
    private readonly Stream stream;
    private readonly List<byte> line = new(512);
    private readonly byte[] buffer = new byte[65536];
    private int filled;
    private int next;

    public JournalReader(Stream stream) => this.stream = stream;

    /// <summary>Lines that are whole.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes that the whole lines take; what is behind was torn.</summary>
    public long WholeLength { get; private set; }

    /// <summary>Whether there is something behind the whole lines.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Number of the first line that cannot be read although a later one can; null: nothing but the end is missing.</summary>
    public long? DamagedLine { get; private set; }

    /// <summary>The whole lines, in order; it ends at the first that is not.</summary>
    public IEnumerable<JObject> Lines()
    {
        while (NextLine(out bool isEnded))
        {
            JObject? content = isEnded ? JournalLine.Read(line.ToArray(), 0, line.Count, Count) : null;
            if (content == null)
            {
                IsTorn = true;
                LookBehind();
                yield break;
            }

            Count++;
            WholeLength += line.Count + 1;
            yield return content;
        }
    }

    // A crash tears the end only. Whole lines behind a broken one mean that somebody or something changed what was written.
    private void LookBehind()
    {
        long broken = Count + 1;
        while (NextLine(out bool isEnded))
        {
            if (isEnded && JournalLine.Read(line.ToArray(), 0, line.Count, null) != null)
            {
                DamagedLine = broken;
                return;
            }
        }
    }

    private bool NextLine(out bool isEnded)
    {
        line.Clear();
        isEnded = false;
        while (true)
        {
            if (next == filled)
            {
                filled = stream.Read(buffer, 0, buffer.Length);
                next = 0;
                if (filled == 0)
                {
                    return line.Count > 0;
                }
            }

            int end = Array.IndexOf(buffer, (byte)'\n', next, filled - next);
            int stop = end < 0 ? filled : end;
            line.AddRange(new ArraySegment<byte>(buffer, next, stop - next));
            next = end < 0 ? filled : end + 1;
            if (end >= 0)
            {
                isEnded = true;
                return true;
            }
        }
    }
}
