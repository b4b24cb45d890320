using System;

namespace PartnerCenterCart.Emulation;

/// <summary>A body that is made piece by piece while it is read.</summary>
internal abstract class MadeStream : ReadOnlyStream
{
    // Pieces of about this size keep both the calls and the memory small.
    protected const int Piece = 64 * 1024;

    private readonly RowBuffer buffer = new();
    private int position;
    private bool ended;

    public sealed override int Read(byte[] target, int offset, int count)
    {
        while (position == buffer.Length)
        {
            if (ended)
            {
                return 0;
            }

            buffer.Clear();
            position = 0;
            ended = !Make(buffer);
        }

        int read = Math.Min(count, buffer.Length - position);
        Buffer.BlockCopy(buffer.Bytes, position, target, offset, read);
        position += read;
        return read;
    }

    /// <summary>Appends the next piece; false when it was the last.</summary>
    protected abstract bool Make(RowBuffer buffer);
}
