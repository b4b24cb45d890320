namespace PartnerCenterCart;

/// <summary>What came of comparing what was charged with what was ordered.</summary>
public enum InvoiceComparisonStatus
{
    /// <summary>Charged as ordered.</summary>
    Matched,

    /// <summary>Charged, and nobody knows of the order.</summary>
    NotOrdered,

    /// <summary>Charged, and what was ordered could not be read.</summary>
    NotCompared,

    /// <summary>Ordered, due in the period, and not charged.</summary>
    NotCharged,

    /// <summary>Another quantity than was ordered.</summary>
    QuantityDiffers,

    /// <summary>Another price for one than was ordered.</summary>
    PriceDiffers,

    /// <summary>Both.</summary>
    QuantityAndPriceDiffer,

    /// <summary>Usage, which follows no ordered quantity; the subscription is known.</summary>
    Usage,

    /// <summary>What was charged for usage is not what its daily rows add up to.</summary>
    UsageDiffers,

    /// <summary>What rounding leaves between the rows and the total of the invoice.</summary>
    Rounding,

    /// <summary>More than rounding between the rows and the total of the invoice.</summary>
    Unexplained,
}
