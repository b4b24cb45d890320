using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>When and at what discount a partner-specific offer runs.</summary>
public sealed class SpecializedOfferProperties : PartnerResource
{
    /// <summary>First day, as the service writes it.</summary>
    public string? StartDate { get; set; }

    /// <summary>Last day, as the service writes it.</summary>
    public string? EndDate { get; set; }

    /// <summary>Discounts.</summary>
    [JsonConverter(typeof(ResourceListConverter<SpecializedOfferPricingPolicy>))]
    public List<SpecializedOfferPricingPolicy>? PricingPolicies { get; set; }
}
