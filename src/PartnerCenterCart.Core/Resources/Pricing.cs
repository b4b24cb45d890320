namespace PartnerCenterCart;

/// <summary>Prices before tax, in the currency of the line; null where the service did not give one.</summary>
public sealed class Pricing : PartnerResource
{
    /// <summary>Catalog price of one unit.</summary>
    public decimal? ListPrice { get; set; }

    /// <summary>One unit after discounts.</summary>
    public decimal? DiscountedPrice { get; set; }

    /// <summary>One unit after discounts and proration.</summary>
    public decimal? ProratedPrice { get; set; }

    /// <summary>One unit in billing currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>The whole line over its whole term: a year that is billed monthly shows twelve times the price.</summary>
    public decimal? ExtendedPrice { get; set; }

    /// <summary>The price of the whole line.</summary>
    public override string ToString() => ExtendedPrice?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
