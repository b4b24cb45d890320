using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Invented usage of an Azure subscription: every meter every day, and one billing line a month that says what they come to.</summary>
internal static class UsageCharges
{
    // Daily usage appears after about a day (endpoints.md, unbilledLineItems).
    private static readonly TimeSpan Delay = TimeSpan.FromDays(1);

    public static IEnumerable<Charge> Of(PurchaseHistory history, DateTimeOffset before)
    {
        bool legacy = history.Item.IsLegacy;
        DateTimeOffset first = ChargeFactory.Day(history.Bought);
        DateTimeOffset end = history.CancelledAt < before ? history.CancelledAt.Value : before;
        for (DateTimeOffset month = BillingCalendar.Month(first); month < end; month = month.AddMonths(1))
        {
            DateTimeOffset from = first > month ? first : month;
            DateTimeOffset last = month.AddMonths(1).AddDays(-1);
            List<Charge> usage = [];
            for (DateTimeOffset day = from; day <= last && day + Delay <= before && day < end; day = day.AddDays(1))
            {
                usage.AddRange(Meter.All.Select(meter => Used(history, meter, day, from, last, legacy)));
            }

            foreach (Charge charge in usage.Concat(usage.Count == 0 ? [] : legacy ? ByMeter(usage) : [Together(usage)]))
            {
                yield return charge;
            }
        }
    }

    private static Charge Used(PurchaseHistory history, Meter meter, DateTimeOffset day, DateTimeOffset from, DateTimeOffset last, bool legacy)
    {
        string key = history.Line.SubscriptionId + "/" + meter.Id + "/" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        decimal quantity = Math.Round(24m * (1 + (StableHash.Of(key) % 1000)) / 1000, 6);
        Charge charge = ChargeFactory.Of(history, legacy ? LineKind.AzureUsage : LineKind.RatedUsage, day, from, last);
        return charge with
        {
            UnitPrice = meter.Price,
            EffectiveUnitPrice = meter.Price,
            Quantity = quantity,
            Meter = meter,
            UsageDate = day,
            ReferenceId = (StableHash.Of(history.Line.SubscriptionId + "/" + meter.Id) % 1000).ToString(CultureInfo.InvariantCulture),
            EntitlementId = history.Subscription?.EntitlementId ?? SampleText.Guid("entitlement/" + history.Line.SubscriptionId),
            PricingCurrency = Market.PartnerCurrency,
            ExchangeRate = Money.RateFromDollars(charge.Currency),
            PricingTotal = quantity * meter.Price,
            PriceAdjustments = string.Empty,
        };
    }

    private static Charge Together(List<Charge> usage) => Cost(usage, LineKind.Purchase) with { Quantity = 1, UnitPrice = Money.Round(usage.Sum(line => line.BillingTotal)), EffectiveUnitPrice = Money.Round(usage.Sum(line => line.BillingTotal)) };

    private static IEnumerable<Charge> ByMeter(List<Charge> usage) => usage.GroupBy(line => line.Meter.Id)
        .Select(group => Cost([.. group], LineKind.AzureCost) with { Quantity = group.Sum(line => line.Quantity) });

    private static Charge Cost(List<Charge> usage, LineKind kind)
    {
        decimal subtotal = Money.Round(usage.Sum(line => line.BillingTotal));
        return usage[0] with { Kind = kind, Subtotal = subtotal, Tax = Money.Tax(subtotal, usage[0].Customer.Country), BillingFrequency = "Monthly" };
    }
}
