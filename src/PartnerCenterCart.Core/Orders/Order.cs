using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A purchase (contract: models.md, section 6).</summary>
public sealed class Order : PartnerResource
{
    /// <summary>GUID (legacy), 33 characters (2018 to 2020) or 12 hex digits (now); opaque.</summary>
    public string? Id { get; set; }

    /// <summary>Short id, equal to the id on new orders.</summary>
    public string? AlternateId { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    public string? ReferenceCustomerId { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>ISO code; missing on legacy orders.</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>Symbol, such as <c>$</c> or <c>US$</c>.</summary>
    public string? CurrencySymbol { get; set; }

    /// <summary>What was bought.</summary>
    public List<OrderLineItem>? LineItems { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>A text of <see cref="OrderStatus"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary><c>UserPurchase</c>, <c>SystemPurchase</c> or <c>SystemBilling</c>.</summary>
    public string? TransactionType { get; set; }

    /// <summary>Before tax; only in checkout answers and when prices are asked for.</summary>
    public decimal? TotalPrice { get; set; }

    /// <summary>The partner confirmed the reseller attestation.</summary>
    public bool? PartnerOnRecordAttestationAccepted { get; set; }

    /// <summary>The program that ordered, where the service tells; free shape.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? Client { get; set; }

    /// <summary>Where it and its parts are.</summary>
    public OrderLinks? Links { get; set; }

    /// <summary>Names the model; carries the etag of legacy orders.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? OrderId => Id;

    /// <summary>What came of it, where Wait-PartnerCustomerOrder or a cancellation read that; null otherwise.</summary>
    [JsonIgnore]
    public IReadOnlyList<Subscription>? Subscriptions { get; internal set; }

    /// <summary>The id, which is what messages name it by.</summary>
    public override string ToString() => Id ?? string.Empty;
}
