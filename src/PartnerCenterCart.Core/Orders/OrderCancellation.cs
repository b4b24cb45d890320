using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// How an order, or some of its lines, can be undone: what has a subscription through that, as new commerce, marketplace and
/// Azure plans want it, the rest through the order. The service's own dates say what is too late (contract: behaviours.md,
/// section 8).
/// </summary>
public sealed class OrderCancellation
{
    private const string NoPrices = "800043";

    private readonly PartnerClient client;
    private readonly List<OrderLineItem> ownLines = new();
    private readonly List<Subscription> subscriptions = new();
    private readonly List<PartnerException> refusals = new();
    private readonly List<string> windows = new();
    private readonly bool isWhole;

    private OrderCancellation(PartnerClient client, Order order, bool isWhole)
    {
        this.client = client;
        Order = order;
        this.isWhole = isWhole;
    }

    /// <summary>The order as it was read, with prices where the credential may see them.</summary>
    public Order Order { get; }

    /// <summary>Why lines cannot be undone: one for each.</summary>
    public IReadOnlyList<PartnerException> Refusals => refusals;

    /// <summary>The lines that will be undone.</summary>
    public IReadOnlyList<OrderLineItem> Lines => Order.LineItems!.Where(line => ownLines.Contains(line) || subscriptions.Any(s => Same(s.Id, line.SubscriptionId))).ToList();

    /// <summary>Money at stake before tax; null where prices are not to be had.</summary>
    public decimal? Amount => Lines.Count > 0 && Lines.All(line => line.Pricing?.ExtendedPrice != null)
        ? Lines.Sum(line => line.Pricing!.ExtendedPrice)
        : Lines.Count == Order.LineItems!.Count(line => line.Quantity != 0) ? Order.TotalPrice : null;

    /// <summary>Whether nothing is left to be undone.</summary>
    public bool IsCancelledAlready { get; private set; }

    /// <summary>Until when, for each subscription.</summary>
    public IReadOnlyList<string> Windows => windows;

    /// <summary>Reads the order and its subscriptions, and finds the way for each line. Sends GETs alone.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="customerId">Tenant id of the customer.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="lineItemNumbers">Only these lines; null for all.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="PartnerException">InvalidInput; NotFound: order, line.</exception>
    public static async Task<OrderCancellation> PlanAsync(
        PartnerClient client, string customerId, string orderId, IReadOnlyCollection<int>? lineItemNumbers = null, CancellationToken cancellationToken = default)
    {
        CustomerOperations customer = (client ?? throw new ArgumentNullException(nameof(client))).Customers.ById(customerId);
        Order order = await ReadAsync(customer.Orders.ById(orderId), cancellationToken).ConfigureAwait(false);
        order.LineItems = order.LineItems?.Where(line => line != null).ToList() ?? new List<OrderLineItem>();
        foreach (int number in lineItemNumbers ?? Array.Empty<int>())
        {
            if (order.LineItems.All(line => line.LineItemNumber != number))
            {
                string present = string.Join(", ", order.LineItems.Select(line => line.LineItemNumber));
                throw new PartnerException(PartnerErrorKind.NotFound, $"Order {order.Id} has no line {number}; it has {present}. Nothing was changed.") { NothingWasDone = true };
            }
        }

        List<OrderLineItem> chosen = order.LineItems.Where(line => line.Quantity != 0 && (lineItemNumbers == null || lineItemNumbers.Contains(line.LineItemNumber ?? -1))).ToList();
        var plan = new OrderCancellation(client, order, lineItemNumbers == null);
        plan.IsCancelledAlready = chosen.Count == 0 || OrderStatus.Known.Same(order.Status, "cancelled");
        foreach (OrderLineItem line in plan.IsCancelledAlready ? new List<OrderLineItem>() : chosen)
        {
            if (string.IsNullOrWhiteSpace(line.SubscriptionId))
            {
                plan.ownLines.Add(line);
            }
            else if (!plan.subscriptions.Any(s => Same(s.Id, line.SubscriptionId)))
            {
                plan.Consider(line, await customer.Subscriptions.ById(line.SubscriptionId!).GetAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        plan.IsCancelledAlready |= plan.Lines.Count == 0 && plan.refusals.Count == 0;
        return plan;
    }

    /// <summary>Undoes it, and reads the order again. A step that fails does not keep the others from being taken.</summary>
    /// <param name="failed">Hears of each step that failed.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Order> RunAsync(Action<PartnerException> failed, CancellationToken cancellationToken = default)
    {
        CustomerOperations customer = client.Customers.ById(Order.CustomerId!);
        OrderOperations operations = customer.Orders.ById(Order.Id!);
        var after = new List<Subscription>();
        if (ownLines.Count > 0)
        {
            bool all = isWhole && subscriptions.Count == 0 && refusals.Count == 0;
            await TryAsync(() => operations.CancelAsync(all ? null : ownLines, cancellationToken), failed).ConfigureAwait(false);
        }

        foreach (Subscription subscription in subscriptions)
        {
            subscription.Status = SubscriptionStatus.Deleted;
            if (await TryAsync(() => customer.Subscriptions.ById(subscription.Id!).PatchAsync(subscription, cancellationToken), failed).ConfigureAwait(false) is { } changed)
            {
                after.Add(changed);
            }
        }

        Order order = await operations.GetAsync(false, cancellationToken).ConfigureAwait(false);
        order.Subscriptions = after;
        return order;
    }

    private static async Task<Order> ReadAsync(OrderOperations order, CancellationToken cancellationToken)
    {
        try
        {
            return await order.GetAsync(true, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.ServiceCode == NoPrices)
        {
            return await order.GetAsync(false, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T>> step, Action<PartnerException> failed)
        where T : class
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (PartnerException e)
        {
            failed(e);
            return null;
        }
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private void Consider(OrderLineItem line, Subscription subscription)
    {
        CancellationWindow window = CancellationWindow.Of(subscription, client.Clock.UtcNow);
        if (SubscriptionStatus.Known.Same(subscription.Status, SubscriptionStatus.Deleted))
        {
            return;
        }

        if (window.IsOpen == false)
        {
            refusals.Add(new PartnerException(
                PartnerErrorKind.Conflict, $"Line {line.LineItemNumber} ({line}) of order {Order.Id} cannot be cancelled: {window}. Nothing was changed in it.")
            {
                NothingWasDone = true,
                RecommendedAction = "Set-PartnerCustomerSubscription -AutoRenewEnabled $false lets it end at the end of its term.",
            });
            return;
        }

        subscriptions.Add(subscription);
        windows.Add($"{subscription.FriendlyName ?? subscription.Id}: {window}");
    }
}
