namespace PartnerCenterCart;

/// <summary>A purchase to test promotions against.</summary>
public sealed class PromotionEligibilitiesRequestItem : PartnerResource
{
    /// <summary>The caller's number, echoed in the answer; given by position when null.</summary>
    public int? Id { get; set; }

    /// <summary>From an availability.</summary>
    public string? CatalogItemId { get; set; }

    /// <summary>Seats, at least 1.</summary>
    public int? Quantity { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    public string? TermDuration { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/> in any spelling.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>The promotion to test; null tests all that could apply.</summary>
    public string? PromotionId { get; set; }

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {CatalogItemId}";
}
