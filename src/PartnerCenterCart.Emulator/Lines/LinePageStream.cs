namespace PartnerCenterCart.Emulation;

/// <summary>The body of one page: what comes before the items, the items, what comes after.</summary>
internal sealed class LinePageStream(ILineSource lines, int from, int to, LineShape shape, byte[] before, byte[] after) : MadeStream
{
    private int next = from;
    private bool started;

    protected override bool Make(RowBuffer buffer)
    {
        if (!started)
        {
            started = true;
            buffer.Append(before);
            WriteNext(buffer);
        }

        while (next < to && buffer.Length < Piece)
        {
            buffer.Append((byte)',');
            WriteNext(buffer);
        }

        if (next < to)
        {
            return true;
        }

        buffer.Append(after);
        return false;
    }

    private void WriteNext(RowBuffer buffer)
    {
        if (next < to)
        {
            lines.Write(next, shape, buffer);
            next++;
        }
    }
}
