using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>What one line charges, before it gets the form of an API. Amounts are in the currency of the invoice.</summary>
internal sealed record Charge
{
    public LineKind Kind { get; init; }

    /// <summary>The moment that decides in which period it is billed.</summary>
    public DateTimeOffset BookedAt { get; init; }

    public string Currency { get; init; } = string.Empty;

    /// <summary>Empty while unbilled.</summary>
    public string InvoiceNumber { get; init; } = string.Empty;

    public CustomerRecord Customer { get; init; } = new();

    public string ResellerId { get; init; } = "0";

    public string OrderId { get; init; } = string.Empty;

    public DateTimeOffset OrderDate { get; init; }

    public string ProductId { get; init; } = string.Empty;

    public string SkuId { get; init; } = string.Empty;

    public string AvailabilityId { get; init; } = string.Empty;

    public string ProductName { get; init; } = string.Empty;

    public string SkuName { get; init; } = string.Empty;

    public string PublisherName { get; init; } = string.Empty;

    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    public string ChargeType { get; init; } = "new";

    public decimal UnitPrice { get; init; }

    public decimal EffectiveUnitPrice { get; init; }

    public decimal Quantity { get; init; }

    public string UnitType { get; init; } = string.Empty;

    public decimal Subtotal { get; init; }

    public decimal Tax { get; init; }

    public decimal Total => Subtotal + Tax;

    public string SubscriptionId { get; init; } = string.Empty;

    public string SubscriptionName { get; init; } = string.Empty;

    public DateTimeOffset? SubscriptionStart { get; init; }

    public DateTimeOffset? SubscriptionEnd { get; init; }

    public DateTimeOffset ChargeStart { get; init; }

    /// <summary>The last day, not the day after.</summary>
    public DateTimeOffset ChargeEnd { get; init; }

    public string TermAndCycle { get; init; } = string.Empty;

    public string BillingFrequency { get; init; } = string.Empty;

    public string ReferenceId { get; init; } = string.Empty;

    /// <summary>A JSON array of texts, as the service sends it: inside a text.</summary>
    public string PriceAdjustments { get; init; } = string.Empty;

    public string PromotionId { get; init; } = string.Empty;

    public string ReservationOrderId { get; init; } = string.Empty;

    public string CreditReason { get; init; } = string.Empty;

    /// <summary>The old order system's offer.</summary>
    public string OfferId { get; init; } = string.Empty;

    /// <summary>From the currency of prices (US dollars for usage) to the currency of the invoice.</summary>
    public decimal ExchangeRate { get; init; } = 1;

    public string PricingCurrency { get; init; } = string.Empty;

    public string EntitlementId { get; init; } = string.Empty;

    public DateTimeOffset UsageDate { get; init; }

    public Meter Meter { get; init; } = Meter.None;

    /// <summary>Of a usage line, in <see cref="PricingCurrency"/> and with many digits.</summary>
    public decimal PricingTotal { get; init; }

    public decimal BillingTotal => PricingTotal * ExchangeRate;

    /// <summary>0.15 is 15 percent.</summary>
    public decimal PartnerCredit { get; init; }
}
