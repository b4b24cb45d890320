using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What an entitlement gives.</summary>
public sealed class Artifact : PartnerResource
{
    /// <summary>Such as <c>reservedinstance</c>.</summary>
    public string? ArtifactType { get; set; }

    /// <summary>Such as <c>reservationType</c>; free shape.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? DynamicAttributes { get; set; }

    /// <summary>Reservations: where the details are. Never to be built by hand.</summary>
    public Link? Link { get; set; }

    /// <summary>Reservations: id of the reservation order.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Normally missing.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Normally missing.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Whether it is a reservation, in the old spelling too.</summary>
    [JsonIgnore]
    public bool IsReservation => PartnerCenterCart.EntitlementType.IsReservation(ArtifactType);

    /// <summary>The kind.</summary>
    public override string ToString() => ArtifactType ?? string.Empty;
}
