using System;
using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Fills in what a charge says of its purchase.</summary>
internal static class ChargeFactory
{
    public static Charge Of(PurchaseHistory history, LineKind kind, DateTimeOffset bookedAt, DateTimeOffset start, DateTimeOffset end)
    {
        string[] ids = history.Line.OfferId!.Split(':');
        string currency = history.Order.Order.CurrencyCode ?? history.Customer.Currency;
        return new Charge
        {
            Kind = kind,
            BookedAt = bookedAt,
            Currency = currency,
            Customer = history.Customer,
            ResellerId = history.Line.PartnerIdOnRecord is { Length: > 0 } reseller ? reseller : "0",
            OrderId = history.Order.Order.Id!,
            OrderDate = history.Bought,
            ProductId = history.Item.Product.Id,
            SkuId = history.Item.Sku.Id,
            AvailabilityId = ids.Length == 3 ? ids[2] : string.Empty,
            OfferId = history.Line.OfferId!,
            ProductName = history.Item.Product.Title,
            SkuName = history.Item.Sku.Title,
            PublisherName = history.Item.Product.PublisherName ?? string.Empty,
            Qualifiers = Qualifiers(history.Item),
            SubscriptionId = history.Line.SubscriptionId ?? string.Empty,
            SubscriptionName = history.Subscription?.FriendlyName ?? string.Empty,
            SubscriptionStart = history.Line.SubscriptionId is null ? null : Day(history.Bought),
            SubscriptionEnd = history.Subscription?.CommitmentEnd,
            ChargeStart = start,
            ChargeEnd = end,
            TermAndCycle = TermAndCycle(history),
            BillingFrequency = BillingCycle.Months(history.Order.Order.BillingCycle) == 0 ? string.Empty : BillingCycle.Title(history.Order.Order.BillingCycle!),
            ReferenceId = SampleText.Guid(history.Order.Order.Id + "/" + history.Line.LineItemNumber.ToString(CultureInfo.InvariantCulture) + "/" + bookedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            PromotionId = history.Line.PromotionId ?? string.Empty,
            ReservationOrderId = history.Item.Family == ItemFamily.Reservation ? SampleText.Guid("reservation/" + history.Order.Order.Id) : string.Empty,
            PricingCurrency = currency,
        };
    }

    /// <param name="charge">What is charged.</param>
    /// <param name="list">Price of one unit for a whole period.</param>
    /// <param name="effective">The same after discounts, for the part of the period that is charged.</param>
    /// <param name="quantity">Negative for a credit.</param>
    public static Charge Priced(this Charge charge, decimal list, decimal effective, int quantity)
    {
        // Rounded before it is multiplied, so that a reader who multiplies gets the same cents.
        decimal rounded = Math.Round(effective, 6, MidpointRounding.AwayFromZero);
        decimal subtotal = Money.Round(rounded * quantity);
        return charge with
        {
            UnitPrice = list,
            EffectiveUnitPrice = rounded,
            Quantity = quantity,
            Subtotal = subtotal,
            Tax = Money.Tax(subtotal, charge.Customer.Country),
            PriceAdjustments = Adjustments(charge, list, rounded),
        };
    }

    public static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    private static string Adjustments(Charge charge, decimal list, decimal effective)
    {
        var texts = new List<string>();
        if (charge.PromotionId.Length > 0)
        {
            texts.Add("Promotion");
        }

        if (effective < list)
        {
            texts.Add("Price for a part of the billing period");
        }

        return texts.Count == 0 ? string.Empty : WireJson.WriteText(texts);
    }

    private static List<string> Qualifiers(CatalogItem item)
    {
        var qualifiers = new List<string>();
        if (item.IsAddOn)
        {
            qualifiers.Add("AddOn");
        }

        if (item.Sku.IsTrial)
        {
            qualifiers.Add("Trial");
        }

        return qualifiers;
    }

    private static string TermAndCycle(PurchaseHistory history) =>
        history.Item.Sku.IsTrial ? "One-Month commitment for trial" : TermDuration.Months(history.Line.TermDuration) switch
        {
            1 => "One-Month commitment for monthly billing",
            12 => "One-Year commitment for monthly/yearly billing",
            36 => "Three-Year commitment for monthly/yearly billing",
            _ => string.Empty,
        };
}
