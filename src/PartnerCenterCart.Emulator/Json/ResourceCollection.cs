using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed record ResourceCollection<T>
{
    public int TotalCount { get; init; }

    public IEnumerable<T> Items { get; init; } = [];

    public ResourceLinks? Links { get; init; }

    /// <summary>Top-level copy of the token of a seek list; null where it is in links.next only.</summary>
    public string? ContinuationToken { get; init; }

    public ResourceAttributes Attributes { get; init; } = ResourceAttributes.Of("Collection");
}
