using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What promotions a purchase gets.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class PromotionEligibilities : PartnerResource
{
    /// <summary>Number of the item in the request; answers of 2021 leave it out.</summary>
    public int? Id { get; set; }

    /// <summary>As in the request.</summary>
    public string? CatalogItemId { get; set; }

    /// <summary>As in the request.</summary>
    public int? Quantity { get; set; }

    /// <summary>As in the request, a text of <see cref="BillingCycleType"/>.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>As in the request.</summary>
    public string? TermDuration { get; set; }

    /// <summary>One for each promotion that was tested.</summary>
    [JsonConverter(typeof(ResourceListConverter<PromotionEligibility>))]
    public List<PromotionEligibility>? Eligibilities { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The customer it was tested for; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {CatalogItemId}";
}
