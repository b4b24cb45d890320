using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What orders.patch does beside cancelling, on orders of the old system alone: one more add-on, another billing cycle (endpoints.md).</summary>
internal sealed class LegacyOrderChanges(CatalogIndex catalog)
{
    private const string Parent = "parentSubscriptionId";

    public EmulatorResponse Answer(StoredOrder order, JObject body, OperationContext context)
    {
        JObject[] lines = OrderMembers.Lines(body);
        JObject[] addOns = lines.Where(line => OrderMembers.Text(line, Parent) is not null).ToArray();
        string? cycle = OrderMembers.Text(body, "billingCycle") is { } text ? BillingCycle.Parse(text) : null;
        bool otherCycle = cycle is not null && cycle != order.Order.BillingCycle;
        if (addOns.Length == 0 && !otherCycle)
        {
            throw new ServiceFault("800042", "An order is changed in three ways: it is cancelled, it gets a legacy add-on, it gets another billing cycle.");
        }

        if (!order.IsLegacy || order.Order.Status == OrderBody.Cancelled)
        {
            throw new ServiceFault("800042", "Add-ons and billing cycles are for legacy orders that are not cancelled.");
        }

        if (addOns.Length > 0 && otherCycle)
        {
            throw new ServiceFault("800085");
        }

        CustomerGuard.MayBuy(context.Customer);
        var (changed, subscriptions) = addOns.Length > 0 ? Add(order, addOns, context) : Recycle(order, cycle!, lines, context);
        changed = changed with { Version = order.Version + 1 };
        return context.Commit(EmulatorResponse.Json(200, OrderView.At(changed, context.Now, includePrice: false)), [changed, .. subscriptions]);
    }

    // The numbers of the new lines are the order's: the published request counts from 0, and its line comes back as 1.
    private (StoredOrder Order, List<SubscriptionRecord> Subscriptions) Add(StoredOrder order, JObject[] addOns, OperationContext context)
    {
        List<OrderLine> lines = order.Order.LineItems.ToList();
        var subscriptions = new List<SubscriptionRecord>();
        foreach (JObject sent in addOns)
        {
            CartLine wanted = OrderMembers.Wanted(sent, order.Order.BillingCycle) with
            {
                ProvisioningContext = new Dictionary<string, string> { [Parent] = OrderMembers.Text(sent, Parent)! },
            };
            SubscriptionRecord parent = Base(order, wanted, context);
            var purchase = new PurchaseContext(context.Customer, context.State, [wanted], catalog, context.Now, context.Issue);
            CartLine filled = LineCompletion.Fill(wanted, purchase);
            if (filled.Error is { } error)
            {
                throw new ServiceFault(error.Entry.OrderErrorCode, error.ErrorDescription);
            }

            var (line, subscription) = new OrderFactory(purchase, null, context.Settings).AddOn(filled with { ProvisioningContext = null }, order.Order.Id!, parent.Id, lines.Count);
            lines.Add(line);
            subscriptions.Add(subscription);
        }

        return (order with { Order = order.Order with { LineItems = lines } }, subscriptions);
    }

    private SubscriptionRecord Base(StoredOrder order, CartLine wanted, OperationContext context)
    {
        SubscriptionRecord parent = context.State.Subscription(order.CustomerId, wanted.ProvisioningContext![Parent]) ?? throw new ServiceFault("20003");
        if (!parent.IsActive(context.Now))
        {
            throw new ServiceFault("27009");
        }

        CatalogItem item = catalog.Find(wanted.CatalogItemId) ?? throw new ServiceFault("800004");
        bool belongs = item.Family == ItemFamily.LegacyLicence && item.IsAddOn && item.PrerequisiteOffers.Contains(parent.OfferId, StringComparer.OrdinalIgnoreCase)
            && string.Equals(parent.OrderId, order.Order.Id, StringComparison.OrdinalIgnoreCase);
        return belongs ? parent : throw new ServiceFault("800029");
    }

    private (StoredOrder Order, List<SubscriptionRecord> Subscriptions) Recycle(StoredOrder order, string cycle, JObject[] sent, OperationContext context)
    {
        OrderMembers.Chosen(order, sent);
        var subscriptions = new List<SubscriptionRecord>();
        foreach (OrderLine line in order.Order.LineItems.Where(line => line.Quantity > 0))
        {
            if (catalog.Find(line.OfferId)?.Availability.Terms.Any(term => term.Cycle == cycle) != true)
            {
                throw new ServiceFault("6001");
            }

            if (line.SubscriptionId is { } id && context.State.Subscription(order.CustomerId, id) is { } subscription)
            {
                subscriptions.Add(subscription.IsActive(context.Now)
                    ? subscription with { BillingCycle = cycle, Version = subscription.Version + 1 }
                    : throw new ServiceFault("6000"));
            }
        }

        List<OrderLine> lines = order.Order.LineItems.Select(line => Priced(line, order, cycle, context)).ToList();
        decimal? total = lines.All(line => line.Pricing?.ExtendedPrice is not null) ? lines.Sum(line => line.Pricing!.ExtendedPrice) : null;
        return (order with { Order = order.Order with { BillingCycle = cycle, LineItems = lines, TotalPrice = total } }, subscriptions);
    }

    private OrderLine Priced(OrderLine line, StoredOrder order, string cycle, OperationContext context)
    {
        var priced = new CartLine { CatalogItemId = line.OfferId, Quantity = line.Quantity, BillingCycle = cycle, CurrencyCode = order.Order.CurrencyCode ?? context.Customer.Currency };
        return line with { Pricing = line.Quantity > 0 && catalog.Find(line.OfferId) is { } item ? PriceQuote.For(item, priced, 0, context.Now) : null };
    }
}
