using System;

namespace PartnerCenterCart;

/// <summary>What the two kinds of legacy Azure rows share.</summary>
public abstract class AzureLineItem : InvoiceLineItem
{
    /// <summary>Tenant id of the partner.</summary>
    public string? PartnerId { get; set; }

    /// <summary>Company name of the partner.</summary>
    public string? PartnerName { get; set; }

    /// <summary>Account of the partner.</summary>
    public string? PartnerBillableAccountId { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Company name; the documentation also says <c>customerName</c>.</summary>
    public string? CustomerCompanyName { get; set; }

    /// <summary>Domain of the customer.</summary>
    public string? DomainName { get; set; }

    /// <summary>Partner id.</summary>
    public int? MpnId { get; set; }

    /// <summary>Partner id of the indirect reseller; 0 and -1 are none.</summary>
    public int? Tier2MpnId { get; set; }

    /// <summary>The invoice.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>Such as <c>MONTHLY</c>.</summary>
    public string? BillingCycleType { get; set; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Its name.</summary>
    public string? SubscriptionName { get; set; }

    /// <summary>Its description.</summary>
    public string? SubscriptionDescription { get; set; }

    /// <summary>The order.</summary>
    public string? OrderId { get; set; }

    /// <summary>Such as <c>STORAGE</c>.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The kind of the service.</summary>
    public string? ServiceType { get; set; }

    /// <summary>Id of the meter.</summary>
    public string? ResourceGuid { get; set; }

    /// <summary>Name of the meter.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Where it was used; empty where that does not matter.</summary>
    public string? Region { get; set; }

    /// <summary>What one of the quantity is.</summary>
    public string? Unit { get; set; }

    /// <summary>How much was used.</summary>
    public decimal? ConsumedQuantity { get; set; }

    /// <summary>First day of the period.</summary>
    public DateTimeOffset? ChargeStartDate { get; set; }

    /// <summary>Last day of the period.</summary>
    public DateTimeOffset? ChargeEndDate { get; set; }

    /// <summary>Quantity and what was used, in one line.</summary>
    public override string ToString() => $"{ConsumedQuantity} {Unit} {ResourceName}";
}
