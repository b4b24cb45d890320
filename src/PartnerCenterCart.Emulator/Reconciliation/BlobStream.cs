using System.IO;
using System.IO.Compression;

namespace PartnerCenterCart.Emulation;

/// <summary>Rows as packed JSON lines, packed while they are read.</summary>
internal sealed class BlobStream(ILineSource lines, int from, int to, LineShape shape) : MadeStream
{
    private readonly RowBuffer rows = new();
    private readonly MemoryStream packed = new(Piece);
    private GZipStream? packer;
    private int next = from;

    protected override bool Make(RowBuffer buffer)
    {
        packer ??= new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        rows.Clear();
        while (next < to && rows.Length < Piece)
        {
            lines.Write(next, shape, rows);
            rows.Append((byte)'\n');
            next++;
        }

        packer.Write(rows.Bytes, 0, rows.Length);
        if (next == to)
        {
            packer.Dispose();
        }

        buffer.Append(packed.GetBuffer(), (int)packed.Length);
        packed.SetLength(0);
        return next < to;
    }
}
