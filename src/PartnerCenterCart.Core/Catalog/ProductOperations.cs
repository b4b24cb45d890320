using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One product of a country or of a customer.</summary>
public sealed class ProductOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string productId;

    internal ProductOperations(CallSender sender, CatalogScope scope, string productId)
    {
        this.sender = sender;
        this.scope = scope;
        this.productId = productId;
        Skus = new SkuCollectionOperations(sender, scope, productId);
    }

    /// <summary>Its SKUs.</summary>
    public SkuCollectionOperations Skus { get; }

    /// <summary>The product as it fits a reservation scope, a text of <see cref="ReservationScope"/>; null for legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public ProductOperations ByReservationScope(string? reservationScope) =>
        new(sender, scope with { ReservationScope = CatalogCheck.Scope(reservationScope) }, productId);

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound (400013).</exception>
    public async Task<Product> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Product(productId).Query("country", scope.Country).Query("reservationScope", scope.ReservationScope);
        PartnerRequest request = sender.Request(
            scope.Operation("products.get"), HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading product {productId} {scope}");
        Product product = await sender.SendAsync<Product>(request, cancellationToken).ConfigureAwait(false);
        product.Know(scope);
        return product;
    }
}
