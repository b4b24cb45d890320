namespace PartnerCenterCart.Commands;

/// <summary>Interfaces for line items.</summary>
public sealed class LineItemApiCompleter : ListCompleter
{
    /// <summary>In order of age.</summary>
    public LineItemApiCompleter()
        : base(InvoiceLineItemSource.V1, InvoiceLineItemSource.V2)
    {
    }
}
