namespace PartnerCenterCart;

/// <summary>A charge for legacy Azure.</summary>
public sealed class UsageBasedLineItem : AzureLineItem
{
    /// <summary>Separates the tiers of a rate.</summary>
    public int? DetailLineItemId { get; set; }

    /// <summary>The SKU.</summary>
    public string? Sku { get; set; }

    /// <summary>How much of it was free.</summary>
    public decimal? IncludedQuantity { get; set; }

    /// <summary>How much of it is charged.</summary>
    public decimal? OverageQuantity { get; set; }

    /// <summary>For one unit.</summary>
    public decimal? ListPrice { get; set; }

    /// <summary>Before the discount; often missing.</summary>
    public decimal? ConsumptionPrice { get; set; }

    /// <summary>The discount; often missing.</summary>
    public decimal? ConsumptionDiscount { get; set; }

    /// <summary>ISO code.</summary>
    public string? Currency { get; set; }

    /// <summary>Before tax; the documentation spells it <c>preTaxCharges</c>.</summary>
    public decimal? PretaxCharges { get; set; }

    /// <summary>Tax.</summary>
    public decimal? TaxAmount { get; set; }

    /// <summary>With tax.</summary>
    public decimal? PostTaxTotal { get; set; }

    /// <summary>Before tax, for one unit.</summary>
    public decimal? PretaxEffectiveRate { get; set; }

    /// <summary>With tax, for one unit.</summary>
    public decimal? PostTaxEffectiveRate { get; set; }

    /// <summary>Why it is charged.</summary>
    public string? ChargeType { get; set; }
}
