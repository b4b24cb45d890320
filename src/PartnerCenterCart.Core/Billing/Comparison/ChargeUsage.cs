using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// The daily usage of one subscription, and what was charged for it. An invoice charges usage by a row of its own, so that the usage explains
/// that row and is no money beside it (contract: models.md, section 9).
/// </summary>
internal sealed class ChargeUsage
{
    // A charge is rounded to the cent; the usage that it is made of has many digits.
    private const decimal RoundingOfACharge = 0.01m;

    private readonly List<ChargeTally> charges;

    private ChargeUsage(IReadOnlyList<ChargeTally> usage, List<ChargeTally> charges)
    {
        First = usage[0];
        Rows = usage.Sum(tally => tally.Rows);
        Subtotal = usage.Sum(tally => tally.Subtotal);
        this.charges = charges;
    }

    /// <summary>Says what it is usage of.</summary>
    public ChargeTally First { get; }

    public int Rows { get; }

    public decimal Subtotal { get; }

    public bool IsCharged => charges.Count > 0;

    /// <summary>Before tax; 0 where nothing charges it.</summary>
    public decimal Charged => charges.Sum(tally => tally.Subtotal);

    /// <summary>Whether the charges come to it.</summary>
    public bool IsExact => Math.Abs(Charged - Subtotal) <= RoundingOfACharge * Math.Max(1, charges.Sum(tally => tally.Rows));

    /// <summary>Lays usage beside the charges of its subscriptions, which are marked, and hands out what nothing charges.</summary>
    public static IReadOnlyList<ChargeUsage> Assign(IReadOnlyCollection<ChargeTally> usage, IReadOnlyCollection<ChargeTally> charges)
    {
        var uncharged = new List<ChargeUsage>();
        foreach (IGrouping<(string?, string?), ChargeTally> group in usage.GroupBy(tally => (tally.Currency, (tally.SubscriptionId ?? tally.Item)?.ToLowerInvariant())))
        {
            List<ChargeTally> rows = group.ToList();
            var found = new ChargeUsage(rows, ChargesOf(rows, charges));
            for (int i = 0; i < found.charges.Count; i++)
            {
                found.charges[i].IsChargeOf(i == 0 ? found : null);
            }

            if (!found.IsCharged)
            {
                uncharged.Add(found);
            }
        }

        return uncharged;
    }

    /// <summary>By subscription, which usage has and orders it has not; those of the same item where the subscription has others, too.</summary>
    private static List<ChargeTally> ChargesOf(List<ChargeTally> usage, IEnumerable<ChargeTally> charges)
    {
        List<ChargeTally> free = charges.Where(charge => !charge.HasUsage && charge.Currency == usage[0].Currency).ToList();
        bool IsOfItem(ChargeTally charge) => charge.Item != null && usage.Any(row => row.Item == charge.Item);
        List<ChargeTally> ofSubscription = free.Where(charge => charge.SubscriptionId != null && string.Equals(charge.SubscriptionId, usage[0].SubscriptionId, StringComparison.OrdinalIgnoreCase)).ToList();
        return ofSubscription.Count == 0 ? free.Where(charge => charge.SubscriptionId == null && IsOfItem(charge)).ToList()
            : ofSubscription.Any(IsOfItem) ? ofSubscription.Where(IsOfItem).ToList()
            : ofSubscription;
    }
}
