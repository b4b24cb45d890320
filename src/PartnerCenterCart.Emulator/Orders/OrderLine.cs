using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>OrderLineItem (models.md section 6) in the member order of the published answers.</summary>
internal sealed record OrderLine
{
    public int LineItemNumber { get; init; }

    public IReadOnlyDictionary<string, string>? ProvisioningContext { get; init; }

    public string? OfferId { get; init; }

    public string? SubscriptionId { get; init; }

    public string? TermDuration { get; init; }

    public RenewsTo? RenewsTo { get; init; }

    public string? TransactionType { get; init; }

    public string? PromotionId { get; init; }

    public string? CustomTermEndDate { get; init; }

    public string? FriendlyName { get; init; }

    public int Quantity { get; init; }

    public string? PartnerIdOnRecord { get; init; }

    public IReadOnlyList<string>? AdditionalPartnerIdsOnRecord { get; init; }

    public bool? AttestationAccepted { get; init; }

    public Pricing? Pricing { get; init; }

    public PurchaseCommitment? PurchaseCommitment { get; init; }

    public ResourceLinks? Links { get; init; }
}
