namespace PartnerCenterCart.Commands;

/// <summary>How many columns an export of v2 has.</summary>
public sealed class AttributeSetCompleter : ListCompleter
{
    /// <summary>The documented ones.</summary>
    public AttributeSetCompleter()
        : base(ReconciliationAttributeSet.Full, ReconciliationAttributeSet.Basic)
    {
    }
}
