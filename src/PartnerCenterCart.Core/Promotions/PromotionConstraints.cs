using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Who may use a promotion.</summary>
public sealed class PromotionConstraints : PartnerResource
{
    /// <summary>How many seats.</summary>
    [JsonConverter(typeof(ResourceListConverter<SeatConstraint>))]
    public List<SeatConstraint>? SeatConstraints { get; set; }

    /// <summary>How often.</summary>
    [JsonConverter(typeof(ResourceListConverter<AssetOwnershipLimit>))]
    public List<AssetOwnershipLimit>? AssetOwnershipLimits { get; set; }

    /// <summary>Under which conditions.</summary>
    [JsonConverter(typeof(ResourceListConverter<EligibilityConstraint>))]
    public List<EligibilityConstraint>? EligibilityConstraints { get; set; }

    /// <summary>What the customer must own: presumably all of one of the inner lists.</summary>
    [JsonConverter(typeof(NestedResourceListConverter<ProductOwnershipConstraint>))]
    public List<List<ProductOwnershipConstraint>>? ProductOwnershipConstraints { get; set; }
}
