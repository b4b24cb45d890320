namespace PartnerCenterCart.Emulation;

/// <summary>All before tax (models.md Pricing).</summary>
internal sealed record Pricing
{
    public decimal? ListPrice { get; init; }

    public decimal? DiscountedPrice { get; init; }

    public decimal? ProratedPrice { get; init; }

    public decimal? Price { get; init; }

    public decimal? ExtendedPrice { get; init; }
}
