using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What happened lately, for a person to look at: the page of the host is made from it.</summary>
internal sealed class OverviewControl(EmulatorBrain brain)
{
    private const int Usual = 25;
    private const int Most = 500;

    public EmulatorResponse Get(RequestTarget target)
    {
        int most = Usual;
        if (target.Query["most"] is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > Most))
        {
            throw new ControlFault("most is a whole number from 1 to " + Most.ToString(CultureInfo.InvariantCulture) + ".");
        }

        DateTimeOffset now = brain.Clock.Now;
        IReadOnlyList<LoggedRequest> requests = brain.Log.Find(null, 0);
        return EmulatorResponse.Json(200, new
        {
            now = Timestamp.Text(now),
            counts = new { carts = brain.State.CartCount, orders = brain.State.OrderCount, requests = requests.Count == 0 ? 0 : requests[requests.Count - 1].Sequence, faults = brain.Faults.Rules.Count },
            faults = brain.Faults.Rules,
            carts = brain.State.RecentCarts(most).Select(cart => Cart(cart, now)),
            orders = brain.State.RecentOrders(most).Select(order => Order(order, now)),
            // Headers and bodies stay in the log: a page can be seen by whoever stands behind.
            requests = requests.Skip(Math.Max(0, requests.Count - most)).Reverse().Select(entry => new { entry.Sequence, entry.Time, entry.Operation, entry.Method, entry.Path, entry.Query, entry.Status }),
        });
    }

    private object Cart(StoredCart stored, DateTimeOffset now)
    {
        CartLine[] lines = (stored.Cart.LineItems ?? []).SelectMany(line => line.WithAddOns()).ToArray();
        return new
        {
            stored.Cart.Id,
            customer = Name(stored.CustomerId),
            stored.CustomerId,
            status = stored.IsExpired(now) ? "Expired" : stored.Cart.Status,
            createdAt = stored.Cart.CreationTimestamp,
            expiresAt = stored.Cart.Status == StoredCart.Active ? stored.Cart.ExpirationTimestamp : null,
            lines = lines.Select(line => Line(line.Quantity, line.FriendlyName, line.CatalogItemId)),
            errors = lines.Count(line => line.Error is not null),
            total = Total(lines.Select(line => line.Pricing?.ExtendedPrice).ToArray()),
            currency = lines.FirstOrDefault()?.CurrencyCode,
        };
    }

    private object Order(StoredOrder stored, DateTimeOffset now)
    {
        OrderBody order = OrderView.At(stored, now, includePrice: true);
        return new
        {
            order.Id,
            customer = Name(stored.CustomerId),
            stored.CustomerId,
            order.Status,
            createdAt = Timestamp.Text(stored.CreatedAt),
            lines = order.LineItems.Select(line => Line(line.Quantity, line.FriendlyName, line.OfferId)),
            subscriptions = order.LineItems.Count(line => line.SubscriptionId is not null),
            total = order.TotalPrice,
            currency = order.CurrencyCode,
        };
    }

    private string? Name(string customerId) => brain.State.Customer(customerId)?.CompanyName;

    private string Line(int? quantity, string? name, string? item) =>
        (quantity?.ToString(CultureInfo.InvariantCulture) ?? "?") + " x " + (string.IsNullOrEmpty(name) ? brain.Catalog.Find(item)?.Title ?? item : name);

    private static decimal? Total(decimal?[] prices) => prices.Length > 0 && prices.All(price => price is not null) ? prices.Sum() : null;
}
