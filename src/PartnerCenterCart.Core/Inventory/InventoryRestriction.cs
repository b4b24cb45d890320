using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Why an item cannot be had.</summary>
public sealed class InventoryRestriction : PartnerResource
{
    /// <summary>Such as <c>NotAvailableForSubscription</c>.</summary>
    public string? ReasonCode { get; set; }

    /// <summary>The service's own words.</summary>
    public string? Description { get; set; }

    /// <summary>Details by name, such as <c>type</c> and <c>values</c>.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? Properties { get; set; }

    /// <summary>Reason and description in one line.</summary>
    public override string ToString() => $"{ReasonCode}: {Description}";
}
