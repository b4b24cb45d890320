using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>What is paid again and again: each cycle in advance, changes within it by the days that are left.</summary>
internal static class CycleCharges
{
    // Old licences without a term renew every year.
    private const int DefaultTerm = 12;

    public static IEnumerable<Charge> Of(PurchaseHistory history, DateTimeOffset before)
    {
        int months = BillingCycle.Months(history.Order.Order.BillingCycle);
        int term = Math.Max(months, TermDuration.Months(history.Line.TermDuration) is > 0 and { } length ? length : DefaultTerm);
        DateTimeOffset termStart = ChargeFactory.Day(history.Bought);
        bool hasOwnEnd = Timestamp.TryParse(history.Line.CustomTermEndDate, out DateTimeOffset own) && own > history.Bought;
        DateTimeOffset termEnd = hasOwnEnd ? ChargeFactory.Day(own).AddDays(1) : termStart.AddMonths(term);
        for (bool renewed = false; ; renewed = true)
        {
            for (int cycle = 0; termStart.AddMonths(cycle * months) is var start && start < termEnd; cycle++)
            {
                bool isFirst = cycle == 0 && !renewed;
                DateTimeOffset bookedAt = isFirst ? history.Bought : start;
                if (bookedAt >= before || (!isFirst && history.CancelledAt <= bookedAt))
                {
                    yield break;
                }

                DateTimeOffset whole = termStart.AddMonths((cycle + 1) * months);
                var period = new ChargePeriod(start, whole < termEnd ? whole : termEnd, whole);
                foreach (Charge charge in Cycle(history, period, bookedAt, before, renewed, cycle))
                {
                    yield return charge;
                }
            }

            if (termEnd >= before || !history.RenewsAt(termEnd))
            {
                yield break;
            }

            termStart = termEnd;
            termEnd = termStart.AddMonths(term);
        }
    }

    private static IEnumerable<Charge> Cycle(PurchaseHistory history, ChargePeriod period, DateTimeOffset bookedAt, DateTimeOffset before, bool renewed, int cycle)
    {
        bool isFirst = cycle == 0 && !renewed;
        LineKind kind = history.Item.IsLegacy ? LineKind.Licence : LineKind.Purchase;
        decimal list = Price(history, history.Line.Pricing?.ListPrice);
        // A promotion is for the first term.
        decimal price = renewed ? list : Price(history, history.Line.Pricing?.DiscountedPrice);
        DateTimeOffset last = period.End.AddDays(-1);
        yield return ChargeFactory.Of(history, kind, bookedAt, period.Start, last)
            .Priced(list, price * period.Share(period.Start), isFirst ? history.FirstQuantity : history.QuantityAt(bookedAt)) with
        {
            ChargeType = cycle > 0 ? "cycleCharge" : renewed ? "renew" : "new",
            PromotionId = renewed ? string.Empty : history.Line.PromotionId ?? string.Empty,
        };

        DateTimeOffset until = period.End < before ? period.End : before;
        // The first quantity is the one before any change; a later cycle's has the changes of its first moment in it.
        foreach (BillingChange change in history.Between(isFirst ? bookedAt : bookedAt.AddTicks(1), until))
        {
            int difference = change.After - change.Before;
            DateTimeOffset from = ChargeFactory.Day(change.Time);
            yield return ChargeFactory.Of(history, kind, change.Time, from, last).Priced(list, price * period.Share(from), difference) with
            {
                ChargeType = difference > 0 ? "addQuantity" : change.Cancelled ? "cancel" : "removeQuantity",
                CreditReason = difference < 0 ? "Partial refund" : string.Empty,
            };
        }
    }

    // A savings plan's price is that of its whole term.
    private static decimal Price(PurchaseHistory history, decimal? price)
    {
        decimal whole = price ?? 0;
        int term = TermDuration.Months(history.Line.TermDuration);
        return history.Item.Family == ItemFamily.SavingsPlan && term > 0 ? Money.Round(whole * BillingCycle.Months(history.Order.Order.BillingCycle) / term) : whole;
    }
}
