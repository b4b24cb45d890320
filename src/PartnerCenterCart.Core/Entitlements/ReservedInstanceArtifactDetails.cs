using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The reservations behind an artifact.</summary>
public sealed class ReservedInstanceArtifactDetails : PartnerResource
{
    /// <summary>Such as <c>virtual_machine_reserved_instance</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The reservations.</summary>
    [JsonConverter(typeof(ResourceListConverter<Reservation>))]
    public List<Reservation>? Reservations { get; set; }

    /// <summary>The same under the name of the published answers; <see cref="All"/> reads both.</summary>
    [JsonConverter(typeof(ResourceListConverter<Reservation>))]
    public List<Reservation>? VirtualMachineReservations { get; set; }

    /// <summary>Normally missing.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Normally missing.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The reservations under whichever name they came.</summary>
    [JsonIgnore]
    public IReadOnlyList<Reservation> All => Reservations is { Count: > 0 } ? Reservations : VirtualMachineReservations ?? new List<Reservation>();

    /// <summary>The kind.</summary>
    public override string ToString() => Type ?? string.Empty;
}
