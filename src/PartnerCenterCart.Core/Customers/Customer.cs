using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A customer of the partner. Lists fill id, company profile and relationship only (contract: models.md, section 2).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Customer : PartnerResource
{
    /// <summary>Tenant id, used in every path of the customer.</summary>
    public string? Id { get; set; }

    /// <summary>Id of the commerce account; single reads only.</summary>
    public string? CommerceId { get; set; }

    /// <summary>Name and domain; address and email on single reads only.</summary>
    public CustomerCompanyProfile? CompanyProfile { get; set; }

    /// <summary>Billing contact; single reads only.</summary>
    public CustomerBillingProfile? BillingProfile { get; set; }

    /// <summary>A text of <see cref="CustomerPartnerRelationship"/>.</summary>
    public string? RelationshipToPartner { get; set; }

    /// <summary>Whether delegated administration is granted; null in lists, which do not tell.</summary>
    public bool? AllowDelegatedAccess { get; set; }

    /// <summary>First administrator; only in the answer that created the customer.</summary>
    public UserCredentials? UserCredentials { get; set; }

    /// <summary>Domains of the tenant; single reads only.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? CustomDomains { get; set; }

    /// <summary>Indirect reseller of the customer.</summary>
    public string? AssociatedPartnerId { get; set; }

    /// <summary>Where it is.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? CustomerId => Id;

    /// <summary>Name of the company, from its profile.</summary>
    [JsonIgnore]
    public string? CompanyName => CompanyProfile?.CompanyName;

    /// <summary>Initial domain, from its profile.</summary>
    [JsonIgnore]
    public string? Domain => CompanyProfile?.Domain;

    /// <summary>Country of the market that it buys in; null where the service did not say, as in lists.</summary>
    internal string? Country => BillingProfile?.DefaultAddress?.Country ?? CompanyProfile?.Address?.Country;

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => CompanyName == null ? Id ?? string.Empty : $"{CompanyName} ({Id})";
}
