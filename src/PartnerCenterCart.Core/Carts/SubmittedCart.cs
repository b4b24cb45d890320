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
        List<CartLineItem> wanted = submitted.AllLines().ToList();
        var all = new List<CartLineItem>(wanted);
        var found = new List<Order>();
        bool isAmbiguous = false;
        Page<Order>? page = await orders.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (Order order in page.Items.Where(order => order.CreationDate >= submitted.CreationTimestamp && HoldsOnly(order, all)))
            {
                bool isTaken = Takes(order, wanted);
                isAmbiguous |= !isTaken;
                found.Add(order);
            }
        }

        return wanted.Count == 0 && found.Count > 0 && !isAmbiguous ? new CartCheckoutResult { Orders = found } : null;
    }

    private static bool HoldsOnly(Order order, List<CartLineItem> lines) =>
        order.LineItems?.Count > 0 && order.LineItems.TrueForAll(bought => lines.Exists(line => IsOf(line, bought)));

    private static bool Takes(Order order, List<CartLineItem> wanted)
    {
        var rest = new List<CartLineItem>(wanted);
        bool holdsOnlyOurs = order.LineItems!.TrueForAll(bought => rest.Find(line => IsOf(line, bought)) is { } line && rest.Remove(line));
        if (holdsOnlyOurs)
        {
            wanted.Clear();
            wanted.AddRange(rest);
        }

        return holdsOnlyOurs;
    }

    // A line that was given a name keeps it in the order; another purchase of the same thing has another.
    private static bool IsOf(CartLineItem line, OrderLineItem bought) =>
        string.Equals(line.CatalogItemId, bought.OfferId, StringComparison.OrdinalIgnoreCase)
        && line.Quantity == bought.Quantity
        && (string.IsNullOrEmpty(line.FriendlyName) || string.IsNullOrEmpty(bought.FriendlyName) || line.FriendlyName == bought.FriendlyName);
}
