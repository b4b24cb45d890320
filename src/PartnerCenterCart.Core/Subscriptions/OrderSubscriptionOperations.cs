using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// The subscriptions of one order. The service's list of them lags up to 15 minutes; the order itself names them as soon as they
/// are there, so that what the list does not have yet is read by id.
/// </summary>
public sealed class OrderSubscriptionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderSubscriptionOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    /// <summary>Reads the first page of the service's list; <see cref="Page{T}.NextAsync"/> reads on, and adds at its end what the list lacks.</summary>
    /// <exception cref="PartnerException">NotFound (20000): neither list nor order.</exception>
    public async Task<Page<Subscription>> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "subscriptions").Query("order_id", orderId);
        Page<Subscription> first = await SubscriptionCollectionOperations.ReadAsync(
            sender, customerId, "subscriptions.listByOrder", $"reading the subscriptions of order {orderId} of customer {customerId}", path, cancellationToken).ConfigureAwait(false);
        return await CompletedAsync(first, new HashSet<string>(StringComparer.OrdinalIgnoreCase), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Page<Subscription>> CompletedAsync(Page<Subscription> page, HashSet<string> listed, CancellationToken cancellationToken)
    {
        listed.UnionWith(page.Items.Select(subscription => subscription.Id).OfType<string>());
        if (page.HasNext)
        {
            return new Page<Subscription>(page.Items, page.TotalCount, async token =>
                await CompletedAsync((await page.NextAsync(token).ConfigureAwait(false))!, listed, token).ConfigureAwait(false));
        }

        Order order = await new OrderOperations(sender, customerId, orderId).GetAsync(false, cancellationToken).ConfigureAwait(false);
        var items = page.Items.ToList();
        foreach (string id in IdsOf(order).Where(listed.Add))
        {
            items.Add(await new SubscriptionOperations(sender, customerId, id).GetAsync(cancellationToken).ConfigureAwait(false));
        }

        return new Page<Subscription>(items, null, null);
    }

    /// <summary>The subscriptions that the lines name, each once.</summary>
    internal static IReadOnlyList<string> IdsOf(Order order) => (order.LineItems ?? Enumerable.Empty<OrderLineItem>())
        .Select(line => line?.SubscriptionId).Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => id!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
}
