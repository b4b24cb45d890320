using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// Makes the bodies with which legacy orders are changed (contract: endpoints.md, orders.patch): one more add-on, another billing
/// cycle. New commerce orders take neither.
/// </summary>
public static class OrderChange
{
    /// <summary>Adds add-ons to an order that was read.</summary>
    /// <param name="order">The order of the base subscription.</param>
    /// <param name="addOns">Their offers and quantities; a parent subscription in the provisioning context goes before <paramref name="parentSubscriptionId"/>.</param>
    /// <param name="parentSubscriptionId">The base; null where the order has one subscription, which it is then.</param>
    /// <exception cref="PartnerException">InvalidInput: no add-on, no offer, no quantity; the base is not clear.</exception>
    public static Order AddOns(Order order, IReadOnlyList<CartLineItem> addOns, string? parentSubscriptionId = null)
    {
        var cart = new Cart { LineItems = (addOns ?? throw new ArgumentNullException(nameof(addOns))).ToList() };
        CartCheck.Verify(cart);
        return new Order
        {
            ReferenceCustomerId = (order ?? throw new ArgumentNullException(nameof(order))).ReferenceCustomerId ?? order.CustomerId,
            LineItems = cart.LineItems.Select((addOn, number) => new OrderLineItem
            {
                LineItemNumber = number,
                OfferId = addOn.CatalogItemId,
                ParentSubscriptionId = Parent(order, addOn, parentSubscriptionId),
                FriendlyName = addOn.FriendlyName,
                Quantity = addOn.Quantity,
            }).ToList(),
        };
    }

    /// <summary>Another billing cycle for an order that was read, and with it for its subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput: no documented billing cycle.</exception>
    public static Order BillingCycle(Order order, string billingCycle) => new()
    {
        Id = (order ?? throw new ArgumentNullException(nameof(order))).Id,
        ReferenceCustomerId = order.ReferenceCustomerId ?? order.CustomerId,
        BillingCycle = CartCheck.BillingCycle(string.IsNullOrWhiteSpace(billingCycle) ? "(blank)" : billingCycle),
        LineItems = order.LineItems?.Where(line => line != null).Select(line => new OrderLineItem
        {
            LineItemNumber = line.LineItemNumber,
            OfferId = line.OfferId,
            SubscriptionId = line.SubscriptionId,
            FriendlyName = line.FriendlyName,
            Quantity = line.Quantity,
            PartnerIdOnRecord = line.PartnerIdOnRecord,
        }).ToList(),
    };

    private static string Parent(Order order, CartLineItem addOn, string? named)
    {
        string? own = null;
        if (addOn.ProvisioningContext?.TryGetValue("parentSubscriptionId", out own) == true && !string.IsNullOrWhiteSpace(own))
        {
            named = own;
        }

        if (!string.IsNullOrWhiteSpace(named))
        {
            return SubscriptionCollectionOperations.IdOf(named);
        }

        List<string> bases = OrderSubscriptionOperations.IdsOf(order).ToList();
        return bases.Count == 1
            ? bases[0]
            : throw PartnerException.InvalidInput(
                $"Order {order.Id} has {(bases.Count == 0 ? "no subscription" : "several subscriptions")}, so it is not clear what add-on {addOn.CatalogItemId} belongs to.",
                bases.Count == 0 ? "Wait until it is provisioned." : $"Name the base with -ParentSubscriptionId: {string.Join(", ", bases)}.");
    }
}
