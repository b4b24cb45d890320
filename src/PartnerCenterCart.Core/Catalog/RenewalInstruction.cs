using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What terms can renew to.</summary>
public sealed class RenewalInstruction : PartnerResource
{
    /// <summary>Ids of <see cref="AvailabilityTerm"/>.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? ApplicableTermIds { get; set; }

    /// <summary>What can follow them.</summary>
    [JsonConverter(typeof(ResourceListConverter<RenewalInstructionOption>))]
    public List<RenewalInstructionOption>? RenewalOptions { get; set; }
}
