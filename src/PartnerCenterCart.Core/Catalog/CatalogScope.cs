namespace PartnerCenterCart;

/// <summary>
/// Whose catalogue is read, that of a country or of a customer, and which part of it. Both have the same resources below
/// different paths (contract: endpoints.md, catalog by country and by customer).
/// </summary>
internal sealed record CatalogScope(string? Country, string? CustomerId, string? Segment = null, string? ReservationScope = null)
{
    public static CatalogScope OfCountry(string country) => new(CatalogCheck.Country(country), null);

    public static CatalogScope OfCustomer(string customerId) => new(null, customerId);

    public ResourcePath Products() => CustomerId == null ? ResourcePath.Root.Add("products") : ResourcePath.Root.Add("customers", CustomerId, "products");

    public ResourcePath Product(string productId) => Products().Add(productId);

    public ResourcePath Skus(string productId) => Product(productId).Add("skus");

    public ResourcePath Sku(string productId, string skuId) => Skus(productId).Add(skuId);

    public ResourcePath Availabilities(string productId, string skuId) => Sku(productId, skuId).Add("availabilities");

    /// <summary>The contract's name of an operation: <c>skus.list</c> for a country is <c>customerSkus.list</c> for a customer.</summary>
    public string Operation(string name) => CustomerId == null ? name : "customer" + char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>For messages: "in US" or "for customer ...".</summary>
    public override string ToString() => CustomerId == null ? $"in {Country}" : $"for customer {CustomerId}";
}
