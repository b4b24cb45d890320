using System;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Whether a customer gets a promotion for an item, and why not.</summary>
public sealed class PromotionResult
{
    internal PromotionResult(PromotionEligibilities item, PromotionEligibility eligibility)
    {
        CustomerId = item.CustomerId;
        CatalogItemId = item.CatalogItemId;
        Quantity = item.Quantity;
        TermDuration = item.TermDuration;
        BillingCycle = item.BillingCycle;
        PromotionId = eligibility.PromotionId;
        IsEligible = eligibility.IsEligible == true;
        Reasons = eligibility.Errors?.Select(error => error.ToString()).ToArray() ?? Array.Empty<string>();
        Errors = eligibility.Errors?.ToArray() ?? Array.Empty<PromotionEligibilityError>();
    }

    /// <summary>The customer.</summary>
    public string? CustomerId { get; }

    /// <summary>The promotion that was tested; null when there was none to test.</summary>
    public string? PromotionId { get; }

    /// <summary>Whether it applies.</summary>
    public bool IsEligible { get; }

    /// <summary>Why not, in words; empty when it applies.</summary>
    public string[] Reasons { get; }

    /// <summary>Why not, as the service sent it, with seat limits and terms.</summary>
    public PromotionEligibilityError[] Errors { get; }

    /// <summary>The item.</summary>
    public string? CatalogItemId { get; }

    /// <summary>Licences that were asked for.</summary>
    public int? Quantity { get; }

    /// <summary>Term that was asked for.</summary>
    public string? TermDuration { get; }

    /// <summary>Billing cycle that was asked for.</summary>
    public string? BillingCycle { get; }
}
