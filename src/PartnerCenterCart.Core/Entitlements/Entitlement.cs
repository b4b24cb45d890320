using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A right that a customer bought once: perpetual software, a reservation (contract: models.md, section 8).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Entitlement : PartnerResource
{
    /// <summary>Rights that come with it.</summary>
    [JsonConverter(typeof(ResourceListConverter<Entitlement>))]
    public List<Entitlement>? IncludedEntitlements { get; set; }

    /// <summary>The purchase; missing for some.</summary>
    [JsonConverter(typeof(ObjectOrSingleArrayConverter))]
    public ReferenceOrder? ReferenceOrder { get; set; }

    /// <summary>The product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU.</summary>
    public string? SkuId { get; set; }

    /// <summary>Without what is not fulfilled or was transferred.</summary>
    public int? Quantity { get; set; }

    /// <summary>The same, by status.</summary>
    [JsonConverter(typeof(ResourceListConverter<QuantityDetail>))]
    public List<QuantityDetail>? QuantityDetails { get; set; }

    /// <summary>What was given: for a reservation, where its details are.</summary>
    [JsonConverter(typeof(ResourceListConverter<Artifact>))]
    public List<Artifact>? EntitledArtifacts { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.EntitlementType"/>; unknown text is kept.</summary>
    public string? EntitlementType { get; set; }

    /// <summary>Such as <c>reservationType</c>; free shape.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? DynamicAttributes { get; set; }

    /// <summary>How far it is, where the service tells.</summary>
    public string? FulfillmentState { get; set; }

    /// <summary>When it ends; only when asked for.</summary>
    public DateTimeOffset? ExpiryDate { get; set; }

    /// <summary>Normally missing.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Normally missing.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Id of the order under the name that the cmdlets bind; null where the purchase is missing.</summary>
    [JsonIgnore]
    public string? OrderId => ReferenceOrder?.Id;

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {ProductId}:{SkuId}";

    internal void Complete(string customerId)
    {
        CustomerId = customerId;
        IncludedEntitlements?.ForEach(included => included?.Complete(customerId));
    }
}
