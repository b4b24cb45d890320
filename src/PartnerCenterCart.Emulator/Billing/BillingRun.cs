using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Turns what was bought into charges. The past never changes: the same moment gives the same charges in every run.</summary>
internal sealed class BillingRun(EmulatorState state, CatalogIndex catalog)
{
    /// <summary>Every charge that is booked before a moment.</summary>
    public IEnumerable<Charge> Charges(DateTimeOffset before) => state.Purchases
        .Where(order => order.CreatedAt < before)
        .SelectMany(Histories)
        .Where(history => history.Bought < before)
        .SelectMany(history => SubscriptionView.IsUsage(history.Item) ? UsageCharges.Of(history, before)
            : BillingCycle.Months(history.Order.Order.BillingCycle) == 0 ? SingleCharges.Of(history, before)
            : CycleCharges.Of(history, before));

    private IEnumerable<PurchaseHistory> Histories(StoredOrder order)
    {
        if (state.Customer(order.CustomerId) is not { } customer)
        {
            yield break;
        }

        foreach (OrderLine line in order.Order.LineItems)
        {
            if (!order.FailedLines.Contains(line.LineItemNumber) && catalog.Find(line.OfferId) is { } item)
            {
                SubscriptionRecord? subscription = line.SubscriptionId is { } id ? state.Subscription(order.CustomerId, id) : null;
                yield return new PurchaseHistory(order, line, item, customer, subscription, state.BillingChanges(BillingChange.KeyOf(order, line)));
            }
        }
    }
}
