using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Where a customer activates a marketplace purchase.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class OrderLineItemActivationLink : PartnerResource
{
    /// <summary>Position of the line in the order.</summary>
    public int? LineItemNumber { get; set; }

    /// <summary>The publisher's page, an absolute address; a dummy in a sandbox.</summary>
    public Link? Link { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The order, where it was asked for by order; not part of the resource.</summary>
    [JsonIgnore]
    public string? OrderId { get; set; }

    /// <summary>The subscription, where it was asked for by subscription; not part of the resource.</summary>
    [JsonIgnore]
    public string? SubscriptionId { get; set; }

    /// <summary>The address to send to the customer.</summary>
    [JsonIgnore]
    public string? Uri => Link?.Uri;

    /// <summary>The address.</summary>
    public override string ToString() => Uri ?? string.Empty;
}
