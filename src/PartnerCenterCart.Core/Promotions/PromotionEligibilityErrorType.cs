namespace PartnerCenterCart;

/// <summary>Why a promotion does not apply (contract: models.md, section 4).</summary>
public static class PromotionEligibilityErrorType
{
    /// <summary>The catalog item id is unknown or was reissued.</summary>
    public const string InvalidCatalogItemId = "InvalidCatalogItemId";

    /// <summary>No such promotion, or it does not run.</summary>
    public const string InvalidPromotion = "InvalidPromotion";

    /// <summary>None is for this item.</summary>
    public const string NoPromotionsAvailable = "NoPromotionsAvailable";

    /// <summary>The customer does not own what it takes.</summary>
    public const string PrerequisiteProductOwnership = "PrerequisiteProductOwnership";

    /// <summary>The customer bought it before.</summary>
    public const string OfferPurchasedPreviously = "OfferPurchasedPreviously";

    /// <summary>The same in answers of 2021.</summary>
    public const string FirstPurchase = "FirstPurchase";

    /// <summary>It was used as often as it can be.</summary>
    public const string RedemptionLimit = "RedemptionLimit";

    /// <summary>Too few or too many seats.</summary>
    public const string SeatCount = "SeatCount";

    /// <summary>It is for other terms.</summary>
    public const string Term = "Term";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, InvalidCatalogItemId, nameof(InvalidCatalogItemId)),
        (1, InvalidPromotion, nameof(InvalidPromotion)),
        (2, NoPromotionsAvailable, nameof(NoPromotionsAvailable)),
        (3, PrerequisiteProductOwnership, nameof(PrerequisiteProductOwnership)),
        (4, OfferPurchasedPreviously, nameof(OfferPurchasedPreviously)),
        (5, FirstPurchase, nameof(FirstPurchase)),
        (6, RedemptionLimit, nameof(RedemptionLimit)),
        (7, SeatCount, nameof(SeatCount)),
        (8, Term, nameof(Term)));
}
