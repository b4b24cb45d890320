using System;

namespace PartnerCenterCart;

/// <summary>A charge for legacy licences.</summary>
public sealed class LicenseBasedLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Domain of the customer.</summary>
    public string? DomainName { get; set; }

    /// <summary>Partner id; 0 is none.</summary>
    public int? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; 0 is none.</summary>
    public int? Tier2MpnId { get; set; }

    /// <summary>The order.</summary>
    public string? OrderId { get; set; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Its name.</summary>
    public string? SubscriptionName { get; set; }

    /// <summary>Its description.</summary>
    public string? SubscriptionDescription { get; set; }

    /// <summary>Such as <c>Monthly</c>.</summary>
    public string? BillingCycleType { get; set; }

    /// <summary>Number of the subscription with a syndication partner.</summary>
    public string? SyndicationPartnerSubscriptionNumber { get; set; }

    /// <summary>The offer, as the price list has it.</summary>
    public string? OfferId { get; set; }

    /// <summary>The offer, as the API has it.</summary>
    public string? DurableOfferId { get; set; }

    /// <summary>Its name.</summary>
    public string? OfferName { get; set; }

    /// <summary>When the subscription began.</summary>
    public DateTimeOffset? SubscriptionStartDate { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? SubscriptionEndDate { get; set; }

    /// <summary>First day of what is charged.</summary>
    public DateTimeOffset? ChargeStartDate { get; set; }

    /// <summary>Last day of what is charged.</summary>
    public DateTimeOffset? ChargeEndDate { get; set; }

    /// <summary>Why it is charged, such as a cycle fee or a proration.</summary>
    public string? ChargeType { get; set; }

    /// <summary>For one licence.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Licences.</summary>
    public int? Quantity { get; set; }

    /// <summary>Unit price times quantity.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Discounts.</summary>
    public decimal? TotalOtherDiscount { get; set; }

    /// <summary>After discounts, before tax.</summary>
    public decimal? Subtotal { get; set; }

    /// <summary>Tax.</summary>
    public decimal? Tax { get; set; }

    /// <summary>With tax.</summary>
    public decimal? TotalForCustomer { get; set; }

    /// <summary>ISO code.</summary>
    public string? Currency { get; set; }

    /// <summary>Quantity, offer and amount in one line.</summary>
    public override string ToString() => $"{Quantity} x {OfferName}: {TotalForCustomer} {Currency}";
}
