using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Products of a country or of a customer. Each choice gives a new object, and segment and reservation scope go on to the
/// SKUs and availabilities below.
/// </summary>
public sealed class ProductCollectionOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string? view;

    internal ProductCollectionOperations(CallSender sender, CatalogScope scope, string? view = null)
    {
        this.sender = sender;
        this.scope = scope;
        this.view = view;
    }

    /// <summary>One product. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be a product id.</exception>
    public ProductOperations ById(string productId) => new(sender, scope, CatalogCheck.ProductId(productId));

    /// <summary>A part of the catalogue, a text of <see cref="TargetView"/> in any spelling; a list needs one.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public ProductCollectionOperations ByTargetView(string targetView) => new(sender, scope, CatalogCheck.View(targetView));

    /// <summary>Only items for a segment, a text of <see cref="TargetSegment"/> in any spelling; null for no choice.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public ProductCollectionOperations ByTargetSegment(string? targetSegment) =>
        new(sender, scope with { Segment = CatalogCheck.Segment(targetSegment) }, view);

    /// <summary>Reservations that fit a scope, a text of <see cref="ReservationScope"/>; null for those of legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public ProductCollectionOperations ByReservationScope(string? reservationScope) =>
        new(sender, scope with { ReservationScope = CatalogCheck.Scope(reservationScope) }, view);

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <exception cref="PartnerException">InvalidInput: no target view; Forbidden: view (400036) or segment (400030) not allowed.</exception>
    public Task<Page<Product>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Products()
            .Query("country", scope.Country)
            .Query("targetView", CatalogCheck.View(view))
            .Query("targetSegment", scope.Segment)
            .Query("reservationScope", scope.ReservationScope);
        return new PageReader<Product>(
            sender,
            scope.Operation("products.list"),
            $"reading the products of catalog {view} {scope}",
            product => product.Know(scope)).FirstAsync(path, cancellationToken);
    }
}
