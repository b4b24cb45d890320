using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>One page as it comes over the wire.</summary>
internal sealed class PartnerCollection<T> : PartnerResource
{
    public int? TotalCount { get; set; }

    public List<T>? Items { get; set; }

    public StandardResourceLinks? Links { get; set; }

    public string? ContinuationToken { get; set; }

    public ResourceAttributes? Attributes { get; set; }
}
