using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What a customer has (contract: models.md, section 7).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Subscription : PartnerResource
{
    /// <summary>Id of the subscription.</summary>
    public string? Id { get; set; }

    /// <summary>Azure subscription id.</summary>
    public string? EntitlementId { get; set; }

    /// <summary>Catalog item id or offer GUID.</summary>
    public string? OfferId { get; set; }

    /// <summary>What was bought.</summary>
    public string? OfferName { get; set; }

    /// <summary>The partner's label.</summary>
    public string? FriendlyName { get; set; }

    /// <summary>Modern items only.</summary>
    public ItemType? ProductType { get; set; }

    /// <summary>Licences or instances.</summary>
    public int? Quantity { get; set; }

    /// <summary>Such as <c>Licenses</c>, <c>Usage-based</c>, <c>none</c>; may be empty.</summary>
    public string? UnitType { get; set; }

    /// <summary>Of an add-on.</summary>
    public string? ParentSubscriptionId { get; set; }

    /// <summary>Such as <c>overage</c>.</summary>
    public string? ConsumptionType { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? EffectiveStartDate { get; set; }

    /// <summary>Last day, at midnight; the far future when it does not renew.</summary>
    public DateTimeOffset? CommitmentEndDate { get; set; }

    /// <summary>Exact end.</summary>
    public DateTimeOffset? CommitmentEndDateTime { get; set; }

    /// <summary>Until when it can be cancelled.</summary>
    public DateTimeOffset? CancellationAllowedUntilDate { get; set; }

    /// <summary>Last day of the billing cycle.</summary>
    public DateTimeOffset? BillingCycleEndDate { get; set; }

    /// <summary>Exact end of the billing cycle.</summary>
    public DateTimeOffset? BillingCycleEndDateTime { get; set; }

    /// <summary>A text of <see cref="SubscriptionStatus"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>Whether it renews.</summary>
    public bool? AutoRenewEnabled { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.BillingType"/>.</summary>
    public string? BillingType { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>Whether add-ons can be bought for it.</summary>
    public bool? HasPurchasableAddons { get; set; }

    /// <summary>Whether it is a trial.</summary>
    public bool? IsTrial { get; set; }

    /// <summary>False for a third party's.</summary>
    public bool? IsMicrosoftProduct { get; set; }

    /// <summary>Who makes it.</summary>
    public string? PublisherName { get; set; }

    /// <summary>What can be done with it: <c>edit</c>, <c>cancel</c>.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? Actions { get; set; }

    /// <summary>ISO 8601 duration; may be empty.</summary>
    public string? TermDuration { get; set; }

    /// <summary>Term after renewal; may be empty.</summary>
    public string? RenewalTermDuration { get; set; }

    /// <summary>What is paid back until when.</summary>
    [JsonConverter(typeof(ResourceListConverter<RefundOption>))]
    public List<RefundOption>? RefundOptions { get; set; }

    /// <summary>How much can be given back; single reads of new commerce items only.</summary>
    public RefundableQuantity? RefundableQuantity { get; set; }

    /// <summary>Reseller of record; may be empty.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Why it is suspended.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? SuspensionReasons { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.ContractType"/>.</summary>
    public string? ContractType { get; set; }

    /// <summary>Order that made it; missing for what was bought in the Azure portal.</summary>
    public string? OrderId { get; set; }

    /// <summary>Promotion that applies.</summary>
    public string? PromotionId { get; set; }

    /// <summary>The legacy subscription that it came from.</summary>
    public string? MigratedFromSubscriptionId { get; set; }

    /// <summary>End of the first term, when aligned.</summary>
    public DateTimeOffset? CustomTermEndDate { get; set; }

    /// <summary>What changes at renewal; any immediate change drops it.</summary>
    public ScheduledNextTermInstructions? ScheduledNextTermInstructions { get; set; }

    /// <summary>A change of the billing cycle that is pending.</summary>
    public NextChargeInstructions? NextChargeInstructions { get; set; }

    /// <summary>Whether the service asks for attention.</summary>
    public bool? AttentionNeeded { get; set; }

    /// <summary>Whether it got any.</summary>
    public bool? ActionTaken { get; set; }

    /// <summary>Id of the reservation or savings plan.</summary>
    public string? ProductOrderId { get; set; }

    /// <summary>Savings plans only.</summary>
    [JsonConverter(typeof(ResourceListConverter<SubscriptionLineItem>))]
    public List<SubscriptionLineItem>? LineItems { get; set; }

    /// <summary>Where it and its parts are.</summary>
    public SubscriptionLinks? Links { get; set; }

    /// <summary>Names the model; carries the etag of legacy items.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? SubscriptionId => Id;

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Label and id in one line.</summary>
    public override string ToString() => $"{FriendlyName ?? OfferName ?? OfferId} ({Id})";
}
