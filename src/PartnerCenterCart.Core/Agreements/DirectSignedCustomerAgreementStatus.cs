using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>Whether a customer accepted the Microsoft Customer Agreement by itself.</summary>
public sealed class DirectSignedCustomerAgreementStatus : PartnerResource
{
    /// <summary>True: no confirmation by the partner is needed.</summary>
    public bool? IsSigned { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }
}
