using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>One pair of duration and billing cycle that an item is sold with.</summary>
internal sealed record CatalogTerm
{
    public string? Id { get; init; }

    /// <summary>ISO 8601; null for items without a term.</summary>
    public string? Duration { get; init; }

    public string Cycle { get; init; } = BillingCycle.OneTime;

    public string? Description { get; init; }

    /// <summary>Price of one unit per billing period, by currency; null where the item has no catalog price.</summary>
    public IReadOnlyDictionary<string, decimal>? Prices { get; init; }
}
