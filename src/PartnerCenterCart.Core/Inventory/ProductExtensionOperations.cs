namespace PartnerCenterCart;

/// <summary>What there is for products, by country.</summary>
public sealed class ProductExtensionOperations
{
    private readonly CallSender sender;

    internal ProductExtensionOperations(CallSender sender) => this.sender = sender;

    /// <summary>For products of a country. Nothing is sent.</summary>
    /// <param name="country">ISO 3166-1 code of two letters, in any case.</param>
    /// <exception cref="PartnerException">InvalidInput: no such code.</exception>
    public CountryProductExtensionOperations ByCountry(string country) => new(sender, CatalogCheck.Country(country));
}
