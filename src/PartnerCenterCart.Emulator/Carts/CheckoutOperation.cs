using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>carts.checkout: one order per group, failures beside successes, safe to repeat (behaviours.md sections 6.5 to 6.8).</summary>
internal sealed class CheckoutOperation(CatalogIndex catalog, StripedLock cartLocks)
{
    private const string DefaultFailure = "800005";

    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("carts.checkout", "POST", "/customers/{customerId}/carts/{cartId}/checkout", Checkout) { IsThrottled = true, IsReplayed = true };
    }

    private EmulatorResponse Checkout(OperationContext context)
    {
        // The body is ignored: none, or the JSON text "success" from the SDK.
        // The lock serialises what the service refuses with 409/800064, so that a repeat never has to be guessed.
        lock (cartLocks[context.Value("cartId")])
        {
            StoredCart stored = CartOperations.Find(context);
            CustomerRecord customer = context.Customer;
            List<IGrouping<string, CartLine>> open = stored.Cart.LineItems!
                .GroupBy(line => line.OrderGroup!)
                .Where(group => !stored.OrderedGroups.ContainsKey(group.Key))
                .ToList();
            if (open.Count > 0)
            {
                CustomerGuard.MayBuy(customer);
            }

            var purchase = new PurchaseContext(customer, context.State, stored.Cart.LineItems!, catalog, context.Now, context.Issue);
            RefuseWithoutAgreement(customer, open);
            Dictionary<int, CartLine> judged = open.SelectMany(group => group).ToDictionary(line => line.Id!.Value, line => Judge(line, stored, purchase));

            var factory = new OrderFactory(purchase, stored.Cart.Id!, context.Settings);
            var ordered = stored.OrderedGroups.ToDictionary(pair => pair.Key, pair => pair.Value);
            var errors = new List<OrderError>();
            var made = new Dictionary<string, StoredOrder>();
            var changes = new List<object>();
            foreach (IGrouping<string, CartLine> group in open)
            {
                List<CartLine> lines = group.Select(line => judged[line.Id!.Value]).ToList();
                OrderError? error = Failure(group.Key, lines, purchase, context.Fault);
                if (error is not null)
                {
                    errors.Add(error);
                    continue;
                }

                var (order, subscriptions) = factory.Make(group.Key, lines);
                ordered.Add(group.Key, order.Order.Id!);
                made.Add(order.Order.Id!, order);
                changes.Add(order);
                changes.AddRange(subscriptions);
            }

            stored = stored with
            {
                OrderedGroups = ordered,
                Cart = stored.Cart with
                {
                    // After a failure the failed groups can be tried again, so the cart stays open until nothing failed.
                    Status = errors.Count == 0 ? StoredCart.Ordered : StoredCart.Active,
                    LineItems = stored.Cart.LineItems!.Select(line => judged.TryGetValue(line.Id!.Value, out CartLine? now) ? now : line).ToList(),
                },
            };
            changes.Add(stored);
            EmulatorResponse answer = EmulatorResponse.Json(201, new CheckoutResult
            {
                // Orders of an earlier, partly successful checkout are part of the result, as they were then.
                Orders = ordered.Values.Select(id => made.TryGetValue(id, out StoredOrder? order) ? order : context.State.Order(customer.Id, id)!)
                    .Select(order => OrderView.At(order, order.CreatedAt, includePrice: true)).ToList(),
                OrderErrors = errors.Count == 0 ? null : errors,
            });
            return context.Commit(answer, changes);
        }
    }

    // A cart is no purchase yet, so the missing agreement shows here and not when the cart is made (endpoints.md, Agreements).
    private void RefuseWithoutAgreement(CustomerRecord customer, List<IGrouping<string, CartLine>> open)
    {
        bool needed = open.SelectMany(group => group).Any(line => catalog.Find(line.CatalogItemId)?.Family is ItemFamily.NewCommerce or ItemFamily.AzurePlan);
        if (needed && !customer.HasCustomerAgreement)
        {
            throw new ServiceFault("13605");
        }
    }

    // What was wrong may be right by now (a subscription registered), and what was right may be gone.
    private static CartLine Judge(CartLine line, StoredCart stored, PurchaseContext purchase)
    {
        if (line.Id == stored.ForcedErrorLine)
        {
            return line;
        }

        if (line.WithAddOns().Any(part => part.Error is not null))
        {
            return LineCompletion.Fill(line, purchase);
        }

        if (line.WithAddOns().Any(part => purchase.Sold(part.CatalogItemId) is null))
        {
            // Valid when the cart was made, replaced since (behaviours.md section 6.7).
            throw new ServiceFault("400019");
        }

        // A line that was fine keeps the promotion and the price that the buyer has seen.
        return Marked(line, LineCheck.FirstError(line, purchase)) with
        {
            AddonItems = line.AddonItems?.Select(addOn => Marked(addOn, LineCheck.FirstError(addOn, purchase, line))).ToList(),
        };
    }

    private static CartLine Marked(CartLine line, CartLineError? error) => error is null ? line : line with { Error = error, Pricing = null };

    private OrderError? Failure(string group, List<CartLine> lines, PurchaseContext purchase, FaultRule? fault)
    {
        if (fault?.OrderGroup is { } failing && string.Equals(failing, group, StringComparison.OrdinalIgnoreCase))
        {
            return Error(group, fault.Code ?? DefaultFailure, fault.Description);
        }

        CartLineError? problem = lines.SelectMany(line => line.WithAddOns()).Select(line => line.Error).FirstOrDefault(error => error is not null);
        if (problem is not null)
        {
            return Error(group, problem.Entry.OrderErrorCode, null);
        }

        bool needsPlan = lines.Any(line => catalog.Find(line.CatalogItemId)!.Sku.RequiresAzurePlan);
        return needsPlan && !purchase.HasActiveAzurePlan() ? Error(group, "900128", null) : null;
    }

    private static OrderError Error(string group, string code, string? description) => new()
    {
        OrderGroupId = group,
        Code = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
        Description = description ?? ErrorTable.Find(code)?.Text ?? "The order could not be created.",
    };
}
