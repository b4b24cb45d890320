using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One SKU.</summary>
public sealed class SkuOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string productId;
    private readonly string skuId;

    internal SkuOperations(CallSender sender, CatalogScope scope, string productId, string skuId)
    {
        this.sender = sender;
        this.scope = scope;
        this.productId = productId;
        this.skuId = skuId;
        Availabilities = new AvailabilityCollectionOperations(sender, scope, productId, skuId);
    }

    /// <summary>On which terms it can be bought.</summary>
    public AvailabilityCollectionOperations Availabilities { get; }

    /// <summary>The SKU as it fits a reservation scope, a text of <see cref="ReservationScope"/>; null for legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public SkuOperations ByReservationScope(string? reservationScope) =>
        new(sender, scope with { ReservationScope = CatalogCheck.Scope(reservationScope) }, productId, skuId);

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound (400013, 400018).</exception>
    public async Task<Sku> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Sku(productId, skuId).Query("country", scope.Country).Query("reservationScope", scope.ReservationScope);
        PartnerRequest request = sender.Request(
            scope.Operation("skus.get"), HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading SKU {skuId} of product {productId} {scope}");
        Sku sku = await sender.SendAsync<Sku>(request, cancellationToken).ConfigureAwait(false);
        Sku.Complete(sku, productId, scope);
        return sku;
    }
}
