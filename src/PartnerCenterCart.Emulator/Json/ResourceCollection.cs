using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed record ResourceCollection<T>
{
    public int TotalCount { get; init; }

    public IReadOnlyList<T> Items { get; init; } = [];

    public ResourceLinks? Links { get; init; }

    public ResourceAttributes Attributes { get; init; } = ResourceAttributes.Of("Collection");
}
