using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Older deployments refuse to check an ordered cart out again (800065) instead of repeating their answer. The purchase was
/// made, so what the caller gets is its orders, found by what they hold (contract: behaviours.md, section 6).
/// </summary>
internal sealed class SubmittedCart
{
    private readonly CartOperations cart;
    private readonly OrderCollectionOperations orders;

    public SubmittedCart(CartOperations cart, OrderCollectionOperations orders)
    {
        this.cart = cart;
        this.orders = orders;
    }

    /// <summary>
    /// The orders of the cart; null while the list, which lags by up to 15 minutes, does not have all of them, and where others of the
    /// same content, from another cart, cannot be told from them.
    /// </summary>
    public async Task<CartCheckoutResult?> FindAsync(CancellationToken cancellationToken)
    {
        Cart submitted = await cart.GetAsync(cancellationToken).ConfigureAwait(false);
        List<string> wanted = submitted.AllLines().Select(line => Key(line.CatalogItemId, line.Quantity)).ToList();
        var all = new HashSet<string>(wanted);
        var found = new List<Order>();
        bool isAmbiguous = false;
        Page<Order>? page = await orders.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (Order order in page.Items.Where(order => order.CreationDate >= submitted.CreationTimestamp && Keys(order).Any() && Keys(order).All(all.Contains)))
            {
                bool isTaken = Takes(order, wanted);
                isAmbiguous |= !isTaken;
                found.Add(order);
            }
        }

        return wanted.Count == 0 && found.Count > 0 && !isAmbiguous ? new CartCheckoutResult { Orders = found } : null;
    }

    private static bool Takes(Order order, List<string> wanted)
    {
        var rest = new List<string>(wanted);
        bool holdsOnlyOurs = Keys(order).All(rest.Remove);
        if (holdsOnlyOurs)
        {
            wanted.Clear();
            wanted.AddRange(rest);
        }

        return holdsOnlyOurs;
    }

    private static IEnumerable<string> Keys(Order order) =>
        (order.LineItems ?? Enumerable.Empty<OrderLineItem>()).Select(line => Key(line.OfferId, line.Quantity));

    private static string Key(string? item, int? quantity) => $"{item?.ToUpperInvariant()} {quantity}";
}
