using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>How long and how it is billed. Duration and billing cycle of a line must be such a pair.</summary>
public sealed class AvailabilityTerm : PartnerResource
{
    /// <summary>Internal; renewal instructions refer to it.</summary>
    public string? Id { get; set; }

    /// <summary>ISO 8601: <c>P1M</c>, <c>P1Y</c>, <c>P3Y</c>.</summary>
    public string? Duration { get; set; }

    /// <summary>The same for people.</summary>
    public string? Description { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>, often in PascalCase.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>What can follow it.</summary>
    [JsonConverter(typeof(ResourceListConverter<RenewalOption>))]
    public List<RenewalOption>? RenewalOptions { get; set; }

    /// <summary>How long it can be given back.</summary>
    [JsonConverter(typeof(ResourceListConverter<CancellationPolicy>))]
    public List<CancellationPolicy>? CancellationPolicies { get; set; }

    /// <summary>Duration and billing cycle in one line.</summary>
    public override string ToString() => string.IsNullOrEmpty(BillingCycle) ? Duration ?? string.Empty : $"{Duration} {BillingCycle}";
}
