using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>An order at a moment: pending before provisioning, subscription ids and prices only where they show (behaviours.md sections 8 and 15.5).</summary>
internal static class OrderView
{
    public static OrderBody At(StoredOrder stored, DateTimeOffset moment, bool includePrice)
    {
        bool cancelled = stored.Order.Status == OrderBody.Cancelled;
        string? review = cancelled ? null : stored.Review?.StatusAt(moment);
        string self = ResourcePath.Order(stored.CustomerId, stored.Order.Id!);
        return stored.Order with
        {
            LineItems = stored.Order.LineItems.Select(line => Line(line, stored, OrderProvisioning.Shows(stored, line, moment), includePrice)).ToList(),
            Status = review ?? (cancelled || moment >= stored.CompletesAt ? stored.Order.Status : OrderBody.Pending),
            TotalPrice = includePrice ? stored.Order.TotalPrice : null,
            // Legacy orders link to themselves only, and have an etag but no client (published legacy orders).
            Client = stored.IsLegacy ? null : [],
            Links = new ResourceLinks
            {
                Self = ResourceLink.Get(self),
                ProvisioningStatus = stored.IsLegacy ? null : ResourceLink.Get(self + "/provisioningstatus"),
                PatchOperation = stored.IsLegacy ? null : ResourceLink.Patch(self),
            },
            Attributes = new ResourceAttributes { ObjectType = "Order", Etag = stored.IsLegacy ? Emulation.Etag.Of(stored.Order.Id!, stored.Version) : null },
        };
    }

    private static OrderLine Line(OrderLine line, StoredOrder order, bool done, bool includePrice) => line with
    {
        SubscriptionId = done ? line.SubscriptionId : null,
        Pricing = includePrice ? line.Pricing : null,
        Links = Links(line, order, done),
    };

    private static ResourceLinks? Links(OrderLine line, StoredOrder order, bool done)
    {
        if (order.IsLegacy)
        {
            return done && line.SubscriptionId is not null
                ? new ResourceLinks { Subscription = ResourceLink.Get(ResourcePath.Subscription(order.CustomerId, line.SubscriptionId)) }
                : null;
        }

        string[] ids = line.OfferId!.Split(':');
        string country = "?country=" + order.Country;
        string product = "/products/" + ids[0];
        string sku = product + "/skus/" + ids[1];
        return new ResourceLinks
        {
            Product = ResourceLink.Get(product + country),
            Sku = ResourceLink.Get(sku + country),
            Availability = ResourceLink.Get(sku + "/availabilities/" + ids[2] + country),
            Subscription = done && line.SubscriptionId is not null ? ResourceLink.Get(ResourcePath.Subscription(order.CustomerId, line.SubscriptionId)) : null,
        };
    }
}
