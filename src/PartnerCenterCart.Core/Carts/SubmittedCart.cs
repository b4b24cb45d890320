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

    /// <summary>The orders of the cart; null while the list, which lags by up to 15 minutes, does not have all of them.</summary>
    public async Task<CartCheckoutResult?> FindAsync(CancellationToken cancellationToken)
    {
        Cart submitted = await cart.GetAsync(cancellationToken).ConfigureAwait(false);
        List<string> wanted = submitted.AllLines().Select(line => Key(line.CatalogItemId, line.Quantity)).ToList();
        var found = new List<Order>();
        Page<Order>? page = await orders.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        for (; page != null && wanted.Count > 0; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (Order order in page.Items.Where(order => order.CreationDate >= submitted.CreationTimestamp && Takes(order, wanted)))
            {
                found.Add(order);
            }
        }

        return wanted.Count == 0 && found.Count > 0 ? new CartCheckoutResult { Orders = found } : null;
    }

    private static bool Takes(Order order, List<string> wanted)
    {
        var rest = new List<string>(wanted);
        bool holdsOnlyOurs = order.LineItems?.Count > 0 && order.LineItems.TrueForAll(line => rest.Remove(Key(line.OfferId, line.Quantity)));
        if (holdsOnlyOurs)
        {
            wanted.Clear();
            wanted.AddRange(rest);
        }

        return holdsOnlyOurs;
    }

    private static string Key(string? item, int? quantity) => $"{item?.ToUpperInvariant()} {quantity}";
}
