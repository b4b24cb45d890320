using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Promotions of a country.</summary>
public sealed class CountryProductPromotionOperations
{
    private readonly CallSender sender;
    private readonly string country;
    private readonly string segment;

    internal CountryProductPromotionOperations(CallSender sender, string country, string segment = TargetSegment.Commercial)
    {
        this.sender = sender;
        this.country = country;
        this.segment = segment;
    }

    /// <summary>One promotion. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: cannot be a promotion id.</exception>
    public PromotionOperations ById(string promotionId) => new(sender, country, CatalogCheck.PromotionId(promotionId));

    /// <summary>Those of a segment, a text of <see cref="TargetSegment"/>; so far the service has them for <c>commercial</c> only, the default.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public CountryProductPromotionOperations BySegment(string? segment) =>
        new(sender, country, CatalogCheck.Segment(segment) ?? TargetSegment.Commercial);

    /// <summary>Reads the first page of those that run now; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    public Task<Page<ProductPromotion>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("productpromotions").Query("country", country).Query("segment", segment);
        return new PageReader<ProductPromotion>(
            sender,
            "promotions.list",
            $"reading the {segment} promotions in {country}",
            promotion =>
            {
                promotion.Country = country;
                promotion.Segment = segment;
            }).FirstAsync(path, cancellationToken);
    }
}
