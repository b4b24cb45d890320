using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>How far one line of an order is.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class OrderLineItemProvisioningStatus : PartnerResource
{
    /// <summary>The same number as <see cref="LineItemNumber"/>.</summary>
    public int? OrderLineItemId { get; set; }

    /// <summary>Position of the line in the order.</summary>
    public int? LineItemNumber { get; set; }

    /// <summary>A text of <see cref="ProvisioningState"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>The same, by quantity.</summary>
    [JsonConverter(typeof(ResourceListConverter<QuantityProvisioningStatus>))]
    public List<QuantityProvisioningStatus>? QuantityProvisioningInformation { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The order; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? OrderId { get; set; }

    /// <summary>Number and status.</summary>
    public override string ToString() => $"line {LineItemNumber}: {Status}";
}
