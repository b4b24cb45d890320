using System;
using System.IO;

namespace PartnerCenterCart.Json;

/// <summary>Reads a part of an array of characters; set anew for each line, so that a million lines need one of it.</summary>
internal sealed class LineTextReader : TextReader
{
    private char[] text = Array.Empty<char>();
    private int position;
    private int end;

    public void Set(char[] text, int start, int length)
    {
        this.text = text;
        position = start;
        end = start + length;
    }

    public override int Peek() => position < end ? text[position] : -1;

    public override int Read() => position < end ? text[position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        int length = Math.Min(count, end - position);
        Array.Copy(text, position, buffer, index, length);
        position += length;
        return length;
    }
}
