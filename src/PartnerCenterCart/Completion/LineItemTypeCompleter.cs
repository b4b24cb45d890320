namespace PartnerCenterCart.Commands;

/// <summary>Kinds of line items.</summary>
public sealed class LineItemTypeCompleter : ListCompleter
{
    /// <summary>Charged first.</summary>
    public LineItemTypeCompleter()
        : base("BillingLineItems", "UsageLineItems")
    {
    }
}
