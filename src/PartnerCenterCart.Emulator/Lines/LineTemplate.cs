using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>The text of a line with places for its number.</summary>
internal sealed class LineTemplate
{
    private static readonly byte[] Mark = WireJson.Utf8.GetBytes(LinePattern.Mark);

    private readonly byte[] text;
    private readonly int[] places;

    public LineTemplate(byte[] text)
    {
        this.text = text;
        var found = new List<int>();
        for (int place = 0; place <= text.Length - Mark.Length; place++)
        {
            if (IsMark(text, place))
            {
                found.Add(place);
            }
        }

        places = found.ToArray();
    }

    public int Length => text.Length;

    public void Write(int number, RowBuffer buffer)
    {
        int start = buffer.Length;
        buffer.Append(text);
        byte[] bytes = buffer.Bytes;
        foreach (int place in places)
        {
            int left = number;
            for (int digit = start + place + Mark.Length - 1; digit >= start + place; digit--)
            {
                bytes[digit] = (byte)('0' + (left % 10));
                left /= 10;
            }
        }
    }

    /// <summary>A line that breaks off in its middle: no JSON.</summary>
    public void WriteHalf(RowBuffer buffer)
    {
        byte[] half = new byte[text.Length / 2];
        Buffer.BlockCopy(text, 0, half, 0, half.Length);
        buffer.Append(half);
    }

    private static bool IsMark(byte[] text, int place)
    {
        for (int index = 0; index < Mark.Length; index++)
        {
            if (text[place + index] != Mark[index])
            {
                return false;
            }
        }

        return true;
    }
}
