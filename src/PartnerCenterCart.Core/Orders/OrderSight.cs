using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// One look at an order: by the provisioning status of its lines where the credential may read that, else by the order itself.
/// Lists, which lag, are never asked.
/// </summary>
internal sealed class OrderSight
{
    // The order itself is read first, and now and then: only it tells that it was cancelled or waits for a document.
    private const int OrderEvery = 5;

    // A completed order whose lines have no subscription: software and reservations never get one, others later.
    private static readonly TimeSpan SubscriptionGrace = TimeSpan.FromMinutes(2);

    private readonly PartnerClient client;
    private volatile bool mayReadStatus = true;

    public OrderSight(PartnerClient client) => this.client = client;

    /// <summary>The outcome, or null when it is to be looked at again. Failures are thrown.</summary>
    public async Task<OrderWaitOutcome?> LookAsync(OrderView view, bool last, CancellationToken cancellationToken)
    {
        IReadOnlyList<OrderLineItemProvisioningStatus>? lines = null;
        if (view.Looks++ % OrderEvery != 0 && mayReadStatus && !last)
        {
            lines = await StatusAsync(view, cancellationToken).ConfigureAwait(false);
            if (lines != null && !IsSettled(lines))
            {
                view.Trouble = null;
                return null;
            }
        }

        Order order = await Operations(view).GetAsync(false, cancellationToken).ConfigureAwait(false);
        view.Trouble = null;
        return await JudgeAsync(view, order, lines, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OrderWaitOutcome?> JudgeAsync(OrderView view, Order order, IReadOnlyList<OrderLineItemProvisioningStatus>? lines, CancellationToken cancellationToken)
    {
        List<OrderLineItem> wanted = (order.LineItems ?? new List<OrderLineItem>()).Where(line => line != null && line.Quantity != 0).ToList();
        int bare = wanted.Count(line => string.IsNullOrWhiteSpace(line.SubscriptionId));
        view.Status = order.Status ?? "without a status";
        view.Lines = wanted.Count;
        view.LinesDone = wanted.Count - bare;
        string? status = OrderStatus.Known.Normalize(order.Status);
        switch (status)
        {
            case "completed":
            case "partial_success":
                break;
            case "pending_po_upload":
                return Ended(view, PartnerErrorKind.Conflict, order, "waits for its purchase-order document, which the partner must send", SendDocument(view));
            case "cancelled":
            case "suspended":
            case "error":
            case "po_review_rejected":
                return Ended(view, PartnerErrorKind.OrderError, order, "will not be provisioned", AfterTheEnd(status));
            default:
                return null;
        }

        if (bare > 0 && lines == null && mayReadStatus)
        {
            lines = await StatusAsync(view, cancellationToken).ConfigureAwait(false);
        }

        bool settled = lines != null && IsSettled(lines);
        view.LinesDone = settled ? wanted.Count : view.LinesDone;
        if (bare > 0 && !settled && status == "completed" && !Patience(view))
        {
            return null;
        }

        order.Subscriptions = await SubscriptionsAsync(order, cancellationToken).ConfigureAwait(false);
        var failures = new List<PartnerException>(LineFailures(view, order, wanted, lines, status));
        var remarks = new List<string>();
        await NamesAsync(view, order, failures, remarks, cancellationToken).ConfigureAwait(false);
        view.Status = order.Status!;
        return new OrderWaitOutcome(view.Request, order, failures, remarks);
    }

    // Null where it cannot be read: then the order itself has to do.
    private async Task<IReadOnlyList<OrderLineItemProvisioningStatus>?> StatusAsync(OrderView view, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new List<OrderLineItemProvisioningStatus>();
            for (Page<OrderLineItemProvisioningStatus>? page = await Operations(view).ProvisioningStatus.GetAsync(cancellationToken).ConfigureAwait(false);
                page != null;
                page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                lines.AddRange(page.Items);
            }

            int done = lines.Count(line => ProvisioningState.IsSettled(line.Status));
            view.Lines = lines.Count;
            view.LinesDone = done;
            string[] open = lines.Where(line => !ProvisioningState.IsSettled(line.Status)).Select(line => line.Status ?? "without a status").Distinct().ToArray();
            view.Status = open.Length == 0 ? ProvisioningState.Fulfilled : string.Join(", ", open);
            return lines;
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.Forbidden)
        {
            mayReadStatus = false;
            return null;
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
        {
            return null;
        }
    }

    private bool Patience(OrderView view)
    {
        DateTimeOffset now = client.Clock.UtcNow;
        view.CompletedAt ??= now;
        return now - view.CompletedAt >= SubscriptionGrace;
    }

    private async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(Order order, CancellationToken cancellationToken)
    {
        var found = new List<Subscription>();
        foreach (string id in OrderSubscriptionOperations.IdsOf(order))
        {
            found.Add(await client.Customers.ById(order.CustomerId!).Subscriptions.ById(id).GetAsync(cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task NamesAsync(OrderView view, Order order, List<PartnerException> failures, List<string> remarks, CancellationToken cancellationToken)
    {
        var subscriptions = order.Subscriptions!.ToList();
        foreach (OrderLineItem line in order.LineItems ?? new List<OrderLineItem>())
        {
            int index = subscriptions.FindIndex(subscription => string.Equals(subscription.Id, line.SubscriptionId, StringComparison.OrdinalIgnoreCase));
            if (index < 0 || view.Request.NameOf(line) is not { } name || name == subscriptions[index].FriendlyName)
            {
                continue;
            }

            Subscription found = subscriptions[index];
            string lost = $"Subscription {found.Id} of order {order.Id} is named '{found.FriendlyName}', not '{name}' as it was ordered";
            if (!view.Request.EnsureFriendlyName)
            {
                remarks.Add(lost + "; -EnsureFriendlyName repairs that.");
                continue;
            }

            try
            {
                found.FriendlyName = name;
                subscriptions[index] = await client.Customers.ById(order.CustomerId!).Subscriptions.ById(found.Id!).PatchAsync(found, cancellationToken).ConfigureAwait(false);
                remarks.Add(lost + "; it was named again.");
            }
            catch (PartnerException e) when (e.Kind is PartnerErrorKind.BadRequest or PartnerErrorKind.Forbidden && e.ServiceCode != "2055")
            {
                // What cannot be renamed is bought all the same.
                failures.Add(e);
            }
        }

        order.Subscriptions = subscriptions;
    }

    private static IEnumerable<PartnerException> LineFailures(
        OrderView view, Order order, List<OrderLineItem> wanted, IReadOnlyList<OrderLineItemProvisioningStatus>? lines, string? status)
    {
        List<OrderLineItem> failed = wanted.Where(line => lines != null
            ? lines.Any(l => l.LineItemNumber == line.LineItemNumber && ProvisioningState.Known.Normalize(l.Status) == ProvisioningState.Unfulfilled)
            : status == "partial_success" && string.IsNullOrWhiteSpace(line.SubscriptionId)).ToList();
        foreach (OrderLineItem line in failed)
        {
            yield return Failure(PartnerErrorKind.OrderError, $"Line {line.LineItemNumber} ({line}) of {view.Request} was not provisioned.", "Buy it again; the other lines are there.");
        }

        if (failed.Count == 0 && status == "partial_success")
        {
            yield return Failure(PartnerErrorKind.OrderError, $"A part of {view.Request} was not provisioned (status {order.Status}).", "Look at its lines and buy again what is missing.");
        }
    }

    private static OrderWaitOutcome Ended(OrderView view, PartnerErrorKind kind, Order order, string what, string? remedy) =>
        new(view.Request, null, new[] { Failure(kind, $"Order {order.Id} of customer {order.CustomerId} {what}: its status is {order.Status}.", remedy) });

    private static string SendDocument(OrderView view) =>
        $"Add-PartnerCustomerOrderAttachment -CustomerId {view.Request.CustomerId} -OrderId {view.Request.OrderId} -Path <file> -CustomerPrice <price> -Currency <currency> sends it; then wait again.";

    private static string? AfterTheEnd(string status) => status switch
    {
        "error" => "Buy it again.",
        "po_review_rejected" => "The purchase-order document was rejected in its review; ask Microsoft why, then buy it again with another one.",
        _ => null,
    };

    private static PartnerException Failure(PartnerErrorKind kind, string message, string? remedy) =>
        new(kind, message) { Operation = "orders.get", RecommendedAction = remedy };

    private static bool IsSettled(IReadOnlyCollection<OrderLineItemProvisioningStatus> lines) => lines.Count > 0 && lines.All(line => ProvisioningState.IsSettled(line.Status));

    private OrderOperations Operations(OrderView view) => client.Customers.ById(view.Request.CustomerId).Orders.ById(view.Request.OrderId);
}
