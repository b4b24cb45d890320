using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What is paid once: software, reservations, trials.</summary>
internal static class SingleCharges
{
    public static IEnumerable<Charge> Of(PurchaseHistory history, DateTimeOffset before)
    {
        DateTimeOffset start = ChargeFactory.Day(history.Bought);
        int months = TermDuration.Months(history.Line.TermDuration);
        DateTimeOffset end = months > 0 ? start.AddMonths(months).AddDays(-1) : start;
        LineKind kind = history.Item.IsLegacy ? LineKind.Licence : LineKind.Purchase;
        decimal list = history.Line.Pricing?.ListPrice ?? 0;
        decimal paid = history.Line.Pricing?.Price ?? 0;
        Charge bought = ChargeFactory.Of(history, kind, history.Bought, start, end).Priced(list, paid, history.FirstQuantity);
        yield return bought with { UnitType = months == 0 ? "Licenses" : string.Empty };

        // What is given back in its window is given back whole.
        foreach (BillingChange change in history.Between(history.Bought, before).Where(change => change.After < change.Before))
        {
            yield return ChargeFactory.Of(history, kind, change.Time, start, end).Priced(list, paid, change.After - change.Before) with
            {
                ChargeType = change.Cancelled ? "cancel" : "removeQuantity",
                CreditReason = "Refund",
            };
        }
    }
}
