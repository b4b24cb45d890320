using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One availability.</summary>
public sealed class AvailabilityOperations
{
    private readonly CallSender sender;
    private readonly CatalogScope scope;
    private readonly string productId;
    private readonly string skuId;
    private readonly string availabilityId;

    internal AvailabilityOperations(CallSender sender, CatalogScope scope, string productId, string skuId, string availabilityId)
    {
        this.sender = sender;
        this.scope = scope;
        this.productId = productId;
        this.skuId = skuId;
        this.availabilityId = availabilityId;
    }

    /// <summary>Reads it, with its product and SKU.</summary>
    /// <exception cref="PartnerException">
    /// NotFound: reissued under another id (400019), not sold any more (400072, with status 200), product or SKU unknown
    /// (400013, 400018).
    /// </exception>
    public async Task<Availability> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = scope.Availabilities(productId, skuId).Add(availabilityId).Query("country", scope.Country);
        PartnerRequest request = sender.Request(
            scope.Operation("availabilities.get"),
            HttpMethod.Get,
            path.ToString(),
            RetryClass.Read,
            $"reading availability {availabilityId} of SKU {skuId} of product {productId} {scope}");
        Availability availability = await sender.SendAsync<Availability>(request, cancellationToken).ConfigureAwait(false);
        Availability.Complete(availability, productId, skuId, scope);
        return availability;
    }
}
