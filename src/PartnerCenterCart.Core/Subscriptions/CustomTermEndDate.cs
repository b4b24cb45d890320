using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>An end that a first term can be aligned to.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class CustomTermEndDate : PartnerResource
{
    /// <summary><c>calendarMonthAligned</c> or <c>subscriptionAligned</c>.</summary>
    public string? AllowedCustomTermEndDateType { get; set; }

    /// <summary>The end; the service sends no offset.</summary>
    public DateTimeOffset? AllowedCustomTermEndDate { get; set; }

    /// <summary>Subscriptions that end then; subscriptionAligned only.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? CotermSubscriptionIds { get; set; }
}
