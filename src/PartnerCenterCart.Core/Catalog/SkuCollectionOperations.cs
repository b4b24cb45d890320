using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>SKUs of a product.</summary>
public sealed class SkuCollectionOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string productId;

    internal SkuCollectionOperations(CallSender sender, CatalogScope scope, string productId)
    {
        this.sender = sender;
        this.scope = scope;
        this.productId = productId;
    }

    /// <summary>One SKU. Nothing is sent.</summary>
    /// <param name="skuId">Four characters with leading zeros, such as <c>0001</c>.</param>
    /// <exception cref="PartnerException">InvalidInput: cannot be a SKU id.</exception>
    public SkuOperations ById(string skuId) => new(sender, scope, productId, CatalogCheck.SkuId(skuId));

    /// <summary>Only those for a segment, a text of <see cref="TargetSegment"/> in any spelling; null for no choice.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public SkuCollectionOperations ByTargetSegment(string? targetSegment) =>
        new(sender, scope with { Segment = CatalogCheck.Segment(targetSegment) }, productId);

    /// <summary>Reservations that fit a scope, a text of <see cref="ReservationScope"/>; null for those of legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public SkuCollectionOperations ByReservationScope(string? reservationScope) =>
        new(sender, scope with { ReservationScope = CatalogCheck.Scope(reservationScope) }, productId);

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <exception cref="PartnerException">NotFound (400013); Forbidden: segment not allowed (400030).</exception>
    public Task<Page<Sku>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Skus(productId)
            .Query("country", scope.Country)
            .Query("targetSegment", scope.Segment)
            .Query("reservationScope", scope.ReservationScope);
        return new PageReader<Sku>(
            sender,
            scope.Operation("skus.list"),
            $"reading the SKUs of product {productId} {scope}",
            sku => Sku.Complete(sku, productId, scope)).FirstAsync(path, cancellationToken);
    }
}
