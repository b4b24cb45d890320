using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One promotion of a country.</summary>
public sealed class PromotionOperations
{
    private readonly CallSender sender;
    private readonly string country;
    private readonly string promotionId;

    internal PromotionOperations(CallSender sender, string country, string promotionId)
    {
        this.sender = sender;
        this.country = country;
        this.promotionId = promotionId;
    }

    /// <summary>Reads it, also when it is over.</summary>
    /// <exception cref="PartnerException">NotFound.</exception>
    public async Task<ProductPromotion> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("productpromotions", promotionId).Query("country", country);
        PartnerRequest request = sender.Request("promotions.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading promotion {promotionId} in {country}");
        ProductPromotion promotion = await sender.SendAsync<ProductPromotion>(request, cancellationToken).ConfigureAwait(false);
        promotion.Country = country;
        return promotion;
    }
}
