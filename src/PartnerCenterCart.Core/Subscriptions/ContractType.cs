namespace PartnerCenterCart;

/// <summary>What was given for a purchase.</summary>
public static class ContractType
{
    /// <summary>A subscription.</summary>
    public const string Subscription = "subscription";

    /// <summary>A product key.</summary>
    public const string ProductKey = "product_key";

    /// <summary>A code.</summary>
    public const string RedemptionCode = "redemption_code";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, Subscription, nameof(Subscription)),
        (1, ProductKey, nameof(ProductKey)),
        (2, RedemptionCode, nameof(RedemptionCode)));
}
