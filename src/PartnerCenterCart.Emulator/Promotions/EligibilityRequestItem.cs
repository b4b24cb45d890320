using Newtonsoft.Json;

namespace PartnerCenterCart.Emulation;

/// <summary>PromotionEligibilitiesRequestItem; the id may be text.</summary>
internal sealed record EligibilityRequestItem
{
    public int? Id { get; init; }

    public string? CatalogItemId { get; init; }

    public int? Quantity { get; init; }

    public string? TermDuration { get; init; }

    [JsonConverter(typeof(BillingCycleConverter))]
    public string? BillingCycle { get; init; }

    public string? PromotionId { get; init; }
}
