using System;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The partner's confirmation that a customer accepted an agreement.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Agreement : PartnerResource
{
    /// <summary>User of the partner who confirmed it.</summary>
    public string? UserId { get; set; }

    /// <summary>Who accepted it.</summary>
    public Contact? PrimaryContact { get; set; }

    /// <summary>From <see cref="AgreementMetaData"/>.</summary>
    public string? TemplateId { get; set; }

    /// <summary>When; lists send no offset.</summary>
    public DateTimeOffset? DateAgreed { get; set; }

    /// <summary>A text of <see cref="AgreementType"/>.</summary>
    public string? Type { get; set; }

    /// <summary>The text of the agreement.</summary>
    public string? AgreementLink { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The kind.</summary>
    public override string ToString() => Type ?? string.Empty;
}
