using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>A subscription as far as purchases need it; SubscriptionView makes the rest from the catalog.</summary>
internal sealed record SubscriptionRecord
{
    public string Id { get; init; } = string.Empty;

    public string CustomerId { get; init; } = string.Empty;

    public string OfferId { get; init; } = string.Empty;

    public string? FriendlyName { get; init; }

    public int Quantity { get; init; } = 1;

    public string Status { get; init; } = "active";

    public string? OrderId { get; init; }

    public string? ParentSubscriptionId { get; init; }

    public string? BillingCycle { get; init; }

    public string? TermDuration { get; init; }

    public string? PartnerId { get; init; }

    /// <summary>Azure subscription behind an Azure plan.</summary>
    public string? EntitlementId { get; init; }

    /// <summary>Whether an Azure subscription was registered for reservations.</summary>
    public bool Registered { get; init; }

    /// <summary>When a registration that was asked for is done.</summary>
    public DateTimeOffset? RegisteredFrom { get; init; }

    /// <summary>Regions whose machines this Azure subscription may not reserve.</summary>
    public IReadOnlyList<string>? RestrictedRegions { get; init; }

    public string? PromotionId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? CommitmentEnd { get; init; }

    /// <summary>When provisioning has made it; null for one that always was there.</summary>
    public DateTimeOffset? ExistsFrom { get; init; }

    public bool IsRegistered(DateTimeOffset now) => Registered || RegisteredFrom <= now;

    public bool Exists(DateTimeOffset now) => ExistsFrom is null || ExistsFrom <= now;

    public bool IsActive(DateTimeOffset now) => Status == "active" && Exists(now);
}
