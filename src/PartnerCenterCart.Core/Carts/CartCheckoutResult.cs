using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What a checkout made: orders, and the groups that failed. Both can occur in one answer.</summary>
public sealed class CartCheckoutResult : PartnerResource
{
    /// <summary>One order for each order group that succeeded.</summary>
    public List<Order>? Orders { get; set; }

    /// <summary>One error for each order group that failed; missing when none did.</summary>
    public List<OrderError>? OrderErrors { get; set; }

    /// <summary>Not documented; an empty array where it was seen.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object[]? AdditionalInformation { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The cart that was checked out; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CartId { get; set; }

    /// <summary>Ids of the orders, under the name that the cmdlets bind; empty when every group failed.</summary>
    [JsonIgnore]
    public string[] OrderId => Orders?.Select(o => o.Id).OfType<string>().ToArray() ?? Array.Empty<string>();
}
