using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>One thing that was bought.</summary>
public sealed class OrderLineItem : PartnerResource
{
    /// <summary>Position in the order from 0 (800071 otherwise).</summary>
    public int? LineItemNumber { get; set; }

    /// <summary>Catalog item id, legacy offer GUID or <c>MS-AZR-...</c>.</summary>
    public string? OfferId { get; set; }

    /// <summary>What came of it; null until provisioned, and for perpetual software and reservations.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Parent of a legacy add-on.</summary>
    public string? ParentSubscriptionId { get; set; }

    /// <summary>ISO 8601 duration; may be empty.</summary>
    public string? TermDuration { get; set; }

    /// <summary>What follows a trial.</summary>
    [JsonConverter(typeof(ObjectOrSingleArrayConverter))]
    public RenewsTo? RenewsTo { get; set; }

    /// <summary><c>New</c>, <c>Renew</c>, <c>AddQuantity</c>, <c>RemoveQuantity</c>, <c>Cancel</c>, <c>Convert</c>, <c>CustomerCredit</c>.</summary>
    public string? TransactionType { get; set; }

    /// <summary>Promotion that applies.</summary>
    public string? PromotionId { get; set; }

    /// <summary>End of the first term, when aligned.</summary>
    public DateTimeOffset? CustomTermEndDate { get; set; }

    /// <summary>The partner's label; the product title when none was given.</summary>
    public string? FriendlyName { get; set; }

    /// <summary>Licences or instances; 0 after cancellation.</summary>
    public int? Quantity { get; set; }

    /// <summary>Prices before tax, when asked for.</summary>
    public Pricing? Pricing { get; set; }

    /// <summary>Partner (MPN) id of the indirect reseller.</summary>
    public string? PartnerIdOnRecord { get; set; }

    /// <summary>Partner ids of further resellers: at most five, EU and EFTA only.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? AdditionalPartnerIdsOnRecord { get; set; }

    /// <summary>What the SKU needed to be provisioned.</summary>
    public ProvisioningContext? ProvisioningContext { get; set; }

    /// <summary>For savings plans.</summary>
    public PurchaseCommitment? PurchaseCommitment { get; set; }

    /// <summary>Whether the attestation of the SKU was accepted.</summary>
    public bool? AttestationAccepted { get; set; }

    /// <summary>Where its parts are.</summary>
    public OrderLineItemLinks? Links { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Quantity and item in one line.</summary>
    public override string ToString() => $"{Quantity} x {FriendlyName ?? OfferId}";
}
