using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Availabilities of a SKU.</summary>
public sealed class AvailabilityCollectionOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string productId;
    private readonly string skuId;

    internal AvailabilityCollectionOperations(CallSender sender, CatalogScope scope, string productId, string skuId)
    {
        this.sender = sender;
        this.scope = scope;
        this.productId = productId;
        this.skuId = skuId;
    }

    /// <summary>One availability. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be an availability id.</exception>
    public AvailabilityOperations ById(string availabilityId) => new(sender, scope, productId, skuId, CatalogCheck.AvailabilityId(availabilityId));

    /// <summary>
    /// Only those for a segment, a text of <see cref="TargetSegment"/> in any spelling; null for all but nonprofit, which
    /// are listed only when asked for.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public AvailabilityCollectionOperations ByTargetSegment(string? targetSegment) =>
        new(sender, scope with { Segment = CatalogCheck.Segment(targetSegment) }, productId, skuId);

    /// <summary>Reservations that fit a scope, a text of <see cref="ReservationScope"/>; null for those of legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public AvailabilityCollectionOperations ByReservationScope(string? reservationScope) =>
        new(sender, scope with { ReservationScope = CatalogCheck.Scope(reservationScope) }, productId, skuId);

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <param name="includeLifeCycleState">Asks for the state in the life cycle, which comes as an additional property.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">NotFound (400013, 400018, 400072); Forbidden: segment not allowed (400030).</exception>
    public Task<Page<Availability>> GetAsync(bool includeLifeCycleState = false, CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Availabilities(productId, skuId)
            .Query("country", scope.Country)
            .Query("targetSegment", scope.Segment)
            .Query("reservationScope", scope.ReservationScope)
            .Query("includeLifeCycleState", includeLifeCycleState ? "true" : null);
        return new PageReader<Availability>(
            sender,
            scope.Operation("availabilities.list"),
            $"reading the availabilities of SKU {skuId} of product {productId} {scope}",
            availability => Availability.Complete(availability, productId, skuId, scope)).FirstAsync(path, cancellationToken);
    }
}
