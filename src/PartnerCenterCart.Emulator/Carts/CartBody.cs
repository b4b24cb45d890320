using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Cart (models.md section 5) in the member order of the published answers.</summary>
internal sealed record CartBody
{
    public string? Id { get; init; }

    public string? CreationTimestamp { get; init; }

    public string? LastModifiedTimestamp { get; init; }

    public string? ExpirationTimestamp { get; init; }

    public string? LastModifiedUser { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<CartLine>? LineItems { get; init; }

    public bool? PartnerOnRecordAttestationAccepted { get; init; }

    public ResourceLinks? Links { get; init; }

    public ResourceAttributes? Attributes { get; init; }

    /// <summary>Members that the contract does not list; they come back, so that a client's round trip can be seen.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
