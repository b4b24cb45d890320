using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>orders.create and orders.patch, which cancels what the table of behaviours.md section 8 lets it; <see cref="LegacyOrderChanges"/> does the rest.</summary>
internal sealed class OrderChanges(CatalogIndex catalog)
{
    // "In the sandbox the cancellation window closes 60 days after the order" (behaviours.md section 8).
    private const double SandboxDays = 60;

    private readonly LegacyOrderChanges legacy = new(catalog);

    public IEnumerable<Operation> Operations()
    {
        const string Orders = "/customers/{customerId}/orders";
        yield return new Operation("orders.create", "POST", Orders, Create) { IsThrottled = true, IsReplayed = true };
        yield return new Operation("orders.patch", "PATCH", Orders + "/{orderId}", Patch) { IsThrottled = true, IsReplayed = true };
    }

    private EmulatorResponse Create(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        CustomerGuard.MayBuy(customer);
        JObject body = WireJson.ParseRequest(context.Request.Body);
        JObject[] sent = OrderMembers.Lines(body);
        if (sent.Length == 0)
        {
            throw new ServiceFault("800002", "The order has no line items.");
        }

        CartLine[] wanted = sent.Select(line => OrderMembers.Wanted(line, OrderMembers.Text(body, "billingCycle"))).ToArray();
        if (!wanted.Select(line => line.Id).OrderBy(id => id).SequenceEqual(Enumerable.Range(0, wanted.Length).Select(number => (int?)number)))
        {
            throw new ServiceFault("800071");
        }

        CartReader.Check(new CartBody { LineItems = wanted }, customer, attestedBefore: true);
        var purchase = new PurchaseContext(customer, context.State, wanted, catalog, context.Now, context.Issue);
        CartLine[] filled = wanted.OrderBy(line => line.Id).Select(line => LineCompletion.Fill(line, purchase)).ToArray();
        if (filled.FirstOrDefault(line => line.Error is not null)?.Error is { } error)
        {
            throw new ServiceFault(error.Entry.OrderErrorCode, error.ErrorDescription);
        }

        if (!customer.HasCustomerAgreement && filled.Any(line => catalog.Find(line.CatalogItemId)?.Family is ItemFamily.NewCommerce or ItemFamily.AzurePlan))
        {
            throw new ServiceFault("13605");
        }

        var (order, subscriptions) = new OrderFactory(purchase, null, context.Settings).Make("0", filled);
        return context.Commit(EmulatorResponse.Json(201, OrderView.At(order, order.CreatedAt, includePrice: true)), [order, .. subscriptions]);
    }

    private EmulatorResponse Patch(OperationContext context)
    {
        StoredOrder order = OrderFollowUp.Find(context);
        JObject body = WireJson.ParseRequest(context.Request.Body);
        return string.Equals(OrderMembers.Text(body, "status"), "cancelled", StringComparison.OrdinalIgnoreCase) ? Cancel(order, body, context) : legacy.Answer(order, body, context);
    }

    private EmulatorResponse Cancel(StoredOrder order, JObject body, OperationContext context)
    {
        HashSet<int> chosen = OrderMembers.Chosen(order, OrderMembers.Lines(body));
        List<OrderLine> cancelled = order.Order.LineItems.Where(line => chosen.Contains(line.LineItemNumber) && line.Quantity > 0).ToList();
        cancelled.ForEach(line => MayCancel(line, order, context));
        List<OrderLine> lines = order.Order.LineItems.Select(line => cancelled.Contains(line) ? line with { Quantity = 0 } : line).ToList();
        bool nothingLeft = lines.All(line => line.Quantity == 0);
        StoredOrder changed = order with { Order = order.Order with { LineItems = lines, Status = nothingLeft ? OrderBody.Cancelled : order.Order.Status } };
        IEnumerable<object> gone = cancelled.Select(line => line.SubscriptionId is { } id ? context.State.Subscription(order.CustomerId, id) : null)
            .OfType<SubscriptionRecord>().Select(subscription => subscription with { Status = "deleted" });
        IEnumerable<object> credits = cancelled.Select(line => new BillingChange { Key = BillingChange.KeyOf(order, line), Time = context.Now, Before = line.Quantity, Cancelled = true });
        return context.Commit(EmulatorResponse.Json(200, OrderView.At(changed, context.Now, includePrice: false)), [changed, .. gone, .. credits]);
    }

    private void MayCancel(OrderLine line, StoredOrder order, OperationContext context)
    {
        bool sandbox = context.Settings.Sandbox;
        switch (catalog.Find(line.OfferId!)?.Family)
        {
            case ItemFamily.PerpetualSoftware:
            case ItemFamily.SoftwareSubscription:
            case ItemFamily.Reservation when sandbox:
                break;
            case ItemFamily.Reservation:
                throw new ServiceFault("800019");
            case ItemFamily.MarketplaceSaaS:
                throw new ServiceFault("800077");
            case ItemFamily.SavingsPlan:
                throw new ServiceFault("900321");
            default:
                throw new ServiceFault("800061");
        }

        if (context.Now > order.CreatedAt.AddDays(sandbox ? SandboxDays : context.Settings.CancellationDays))
        {
            throw new ServiceFault("900117");
        }
    }
}
