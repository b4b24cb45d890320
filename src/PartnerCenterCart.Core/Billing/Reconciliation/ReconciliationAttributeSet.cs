namespace PartnerCenterCart;

/// <summary>How many columns an export has (contract: newer-facts.md, Reconciliation v2).</summary>
public static class ReconciliationAttributeSet
{
    /// <summary>All columns.</summary>
    public const string Full = "full";

    /// <summary>About half of them: no domain, country, meter or resource group.</summary>
    public const string Basic = "basic";

    /// <summary>The documented values.</summary>
    public static KnownText Known { get; } = new((1, Full, nameof(Full)), (2, Basic, nameof(Basic)));
}
