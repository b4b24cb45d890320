namespace PartnerCenterCart;

/// <summary>Products, which are sold by country.</summary>
public sealed class CountryProductOperations
{
    private readonly CallSender sender;

    internal CountryProductOperations(CallSender sender) => this.sender = sender;

    /// <summary>The catalogue of a country. Nothing is sent.</summary>
    /// <param name="country">ISO 3166-1 code of two letters, in any case.</param>
    /// <exception cref="PartnerException">InvalidInput: no such code.</exception>
    public ProductCollectionOperations ByCountry(string country) => new(sender, CatalogScope.OfCountry(country));
}
