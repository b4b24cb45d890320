namespace PartnerCenterCart;

/// <summary>Promotions, which run by country.</summary>
public sealed class ProductPromotionOperations
{
    private readonly CallSender sender;

    internal ProductPromotionOperations(CallSender sender) => this.sender = sender;

    /// <summary>The promotions of a country. Nothing is sent.</summary>
    /// <param name="country">ISO 3166-1 code of two letters, in any case.</param>
    /// <exception cref="PartnerException">InvalidInput: no such code.</exception>
    public CountryProductPromotionOperations ByCountry(string country) => new(sender, CatalogCheck.Country(country));
}
