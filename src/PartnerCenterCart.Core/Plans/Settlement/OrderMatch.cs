using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// Which row has become which line of which order. Orders do not name the cart's lines; what they hold, and under what label, does.
/// Rows that are the same in everything are interchangeable, and take the lines in their order.
/// </summary>
internal sealed class OrderMatch
{
    private readonly List<(Order Order, OrderLineItem Line)> pool;
    private readonly Dictionary<PurchasePlanRow, List<JournalOrderLine>> found = new();

    public OrderMatch(IEnumerable<Order> orders) =>
        pool = orders.SelectMany(order => (order.LineItems ?? new List<OrderLineItem>()).Where(line => line != null).Select(line => (order, line))).ToList();

    public IReadOnlyDictionary<PurchasePlanRow, List<JournalOrderLine>> Found => found;

    /// <summary>Whether nothing of the orders is left over.</summary>
    public bool IsExhausted => pool.Count == 0;

    /// <summary>Takes the lines of these rows: those that fit in everything first.</summary>
    /// <param name="rows">Rows that are looked for, each with the catalog item that it was sent with.</param>
    /// <param name="onlyLabelled">Leaves out what does not carry the row's label, and rows whose label is not theirs alone.</param>
    public void Take(IReadOnlyList<(PurchasePlanRow Row, string? Item)> rows, bool onlyLabelled)
    {
        foreach (bool withLabel in onlyLabelled ? new[] { true } : new[] { true, false })
        {
            foreach ((PurchasePlanRow row, string? item) in rows.Where(entry => !found.ContainsKey(entry.Row)))
            {
                string? label = PlanCart.LabelOf(row);
                if (onlyLabelled && (label == null || row.SharesLabel))
                {
                    continue;
                }

                if (Remove(item, row.Quantity, withLabel ? label : null, null) is { } main)
                {
                    found[row] = new List<JournalOrderLine> { Entry(row, main) };
                    TakeAddons(row, row.Line, main.Order);
                }
            }
        }
    }

    /// <summary>Gives a row what is left over.</summary>
    public void TakeRest(PurchasePlanRow row)
    {
        List<JournalOrderLine> own = found.TryGetValue(row, out List<JournalOrderLine>? already) ? already : found[row] = new List<JournalOrderLine>();
        own.AddRange(pool.Select(entry => Entry(row, entry)));
        pool.Clear();
    }

    private void TakeAddons(PurchasePlanRow row, CartLineItem line, Order order)
    {
        foreach (CartLineItem addon in line.AddonItems?.Where(addon => addon != null) ?? Enumerable.Empty<CartLineItem>())
        {
            if ((Remove(addon.CatalogItemId, addon.Quantity, null, order) ?? Remove(addon.CatalogItemId, addon.Quantity, null, null)) is { } part)
            {
                found[row].Add(Entry(row, part));
            }

            TakeAddons(row, addon, order);
        }
    }

    private (Order Order, OrderLineItem Line)? Remove(string? item, int? quantity, string? label, Order? order)
    {
        int index = pool.FindIndex(entry =>
            string.Equals(entry.Line.OfferId, item, StringComparison.OrdinalIgnoreCase)
            && entry.Line.Quantity == quantity
            && (label == null || string.Equals(entry.Line.FriendlyName, label, StringComparison.Ordinal))
            && (order == null || entry.Order == order));
        if (index < 0)
        {
            return null;
        }

        (Order Order, OrderLineItem Line) taken = pool[index];
        pool.RemoveAt(index);
        return taken;
    }

    private static JournalOrderLine Entry(PurchasePlanRow row, (Order Order, OrderLineItem Line) part) => new()
    {
        Reference = row.Reference,
        OrderId = part.Order.Id ?? string.Empty,
        Line = part.Line.LineItemNumber,
        Item = part.Line.OfferId,
        Price = part.Line.Pricing?.ExtendedPrice,
        Currency = part.Order.CurrencyCode,
    };
}
