using System.Collections.Generic;
using System.IO;

namespace PartnerCenterCart;

/// <summary>What became of some rows: their bytes, in order, and those that could not be read.</summary>
internal sealed class ExportedChunk
{
    public ExportedChunk(MemoryStream bytes, int rows, IReadOnlyList<BadRow> badRows)
    {
        Bytes = bytes;
        Rows = rows;
        BadRows = badRows;
    }

    public MemoryStream Bytes { get; }

    public int Rows { get; }

    public IReadOnlyList<BadRow> BadRows { get; }
}
