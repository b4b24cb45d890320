using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>An Azure reservation.</summary>
public sealed class Reservation : PartnerResource
{
    /// <summary>Its id.</summary>
    public string? ReservationId { get; set; }

    /// <summary>Its name.</summary>
    public string? DisplayName { get; set; }

    /// <summary><c>Shared</c> or <c>Single</c>.</summary>
    public string? ScopeType { get; set; }

    /// <summary>Where it applies; only when it is not shared.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? AppliedScopes { get; set; }

    /// <summary>Instances.</summary>
    public int? Quantity { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? EffectiveDateTime { get; set; }

    /// <summary>When it ends; the service sends no offset.</summary>
    public DateTimeOffset? ExpiryDateTime { get; set; }

    /// <summary>Such as <c>Created</c>; unknown text is kept.</summary>
    public string? ProvisioningState { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The order that it was bought with, from its entitlement; null where that is missing.</summary>
    [JsonIgnore]
    public string? OrderId { get; set; }

    /// <summary>The reservation order in Azure, from the artifact.</summary>
    [JsonIgnore]
    public string? ResourceId { get; set; }

    /// <summary>Quantity and name in one line.</summary>
    public override string ToString() => $"{Quantity} x {DisplayName ?? ReservationId}";
}
