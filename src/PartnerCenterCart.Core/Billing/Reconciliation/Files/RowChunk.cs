using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>Rows of a chunk of lines.</summary>
internal sealed class RowChunk
{
    public List<InvoiceLineItem> Rows { get; } = new();

    public List<BadRow> BadRows { get; } = new();
}
