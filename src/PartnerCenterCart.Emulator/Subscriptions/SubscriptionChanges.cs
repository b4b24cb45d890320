using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>subscriptions.update and subscriptions.activate, with the windows in which things can be undone.</summary>
internal sealed class SubscriptionChanges(CatalogIndex catalog)
{
    private const string Active = "active";
    private const string Suspended = "suspended";
    private const string Deleted = "deleted";

    private static readonly string[] Required = ["id", "offerId", "quantity", "status", "friendlyName"];

    public IEnumerable<Operation> Operations()
    {
        const string Subscription = "/customers/{customerId}/subscriptions/{subscriptionId}";
        yield return new Operation("subscriptions.update", "PATCH", Subscription, Update) { IsThrottled = true };
        yield return new Operation("subscriptions.activate", "POST", Subscription + "/activate", Activate);
    }

    private EmulatorResponse Update(OperationContext context)
    {
        SubscriptionRecord before = SubscriptionOperations.Find(context);
        CatalogItem item = catalog.Find(before.OfferId)!;
        if (item.IsLegacy && context.Request.Header("If-Match") is { Length: > 0 } sent && sent.Trim('"') != Etag.Of(before.Id.ToLowerInvariant(), before.Version))
        {
            throw new ServiceFault("2055");
        }

        JObject body = WireJson.ParseRequest(context.Request.Body);
        RefusePart(body, before);
        SubscriptionRecord after = before with
        {
            Version = before.Version + 1,
            FriendlyName = Text(body, "friendlyName") ?? before.FriendlyName,
            More = Unknown(body),
        };
        after = Renewal(body, after, item);
        after = Quantity(body, before, after, item, context);
        after = Status(body, before, after, item, context);
        return context.Commit(EmulatorResponse.Json(200, SubscriptionView.Of(after, context.Customer, catalog, context.Now)), [after, .. Billing(before, after, context.Now)]);
    }

    private static IEnumerable<BillingChange> Billing(SubscriptionRecord before, SubscriptionRecord after, DateTimeOffset now)
    {
        bool cancelled = after.Status == Deleted;
        if (cancelled || after.Quantity != before.Quantity || after.AutoRenew != before.AutoRenew)
        {
            yield return new BillingChange
            {
                Key = before.Id,
                Time = now,
                Before = before.Quantity,
                After = cancelled ? 0 : after.Quantity,
                Cancelled = cancelled,
                Renews = after.AutoRenew == before.AutoRenew ? null : after.AutoRenew,
            };
        }
    }

    // "complete Subscription with changes" (endpoints.md): a part would leave open what happens to the rest.
    private static void RefusePart(JObject body, SubscriptionRecord before)
    {
        string[] missing = Required.Where(name => Member(body, name) is null).ToArray();
        if (missing.Length > 0)
        {
            throw new ServiceFault("3000", "The body is not the complete subscription; it lacks: " + string.Join(", ", missing) + ".");
        }

        if (!string.Equals(Text(body, "offerId"), before.OfferId, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceFault("3000", "The offer of a subscription cannot be changed.");
        }

        if (before.Status == Deleted)
        {
            throw new ServiceFault("2011");
        }
    }

    private static SubscriptionRecord Renewal(JObject body, SubscriptionRecord after, CatalogItem item)
    {
        bool was = SubscriptionView.Renews(after, item);
        bool wanted = (bool?)Member(body, "autoRenewEnabled") ?? was;
        return wanted == was ? after
            : item.Sku.IsTrial || SubscriptionView.IsUsage(item) ? throw new ServiceFault("800093") : after with { AutoRenew = wanted };
    }

    private static SubscriptionRecord Quantity(JObject body, SubscriptionRecord before, SubscriptionRecord after, CatalogItem item, OperationContext context)
    {
        int wanted = Member(body, "quantity") is { Type: JTokenType.Integer } number ? (int)number : throw new ServiceFault("3000", "The quantity is no number.");
        if (wanted == before.Quantity)
        {
            return after;
        }

        if (before.Status != Active)
        {
            throw new ServiceFault("2001");
        }

        if (wanted < 1 || (item.Sku.MaximumQuantity > 0 && wanted > item.Sku.MaximumQuantity))
        {
            throw new ServiceFault("2002");
        }

        List<SeatPurchase> purchases = before.Purchases?.ToList() ?? [];
        if (wanted > before.Quantity)
        {
            purchases.Add(new SeatPurchase(wanted - before.Quantity, context.Now.AddDays(context.Settings.CancellationDays)));
        }
        else if (!item.IsLegacy)
        {
            purchases = GiveBack(purchases, before.Quantity - wanted, context.Now);
        }

        return after with { Quantity = wanted, Purchases = item.IsLegacy ? null : purchases, QuantityChangedAt = context.Now };
    }

    // The newest first, and only what is still in its own window.
    private static List<SeatPurchase> GiveBack(List<SeatPurchase> purchases, int seats, DateTimeOffset now)
    {
        var left = new List<SeatPurchase>();
        foreach (SeatPurchase purchase in purchases.OrderByDescending(purchase => purchase.Until))
        {
            int taken = now <= purchase.Until ? Math.Min(seats, purchase.Quantity) : 0;
            seats -= taken;
            if (purchase.Quantity > taken)
            {
                left.Insert(0, purchase with { Quantity = purchase.Quantity - taken });
            }
        }

        return seats > 0 ? throw new ServiceFault("900214") : left;
    }

    private static SubscriptionRecord Status(JObject body, SubscriptionRecord before, SubscriptionRecord after, CatalogItem item, OperationContext context)
    {
        string wanted = Text(body, "status")!.ToLowerInvariant();
        if (wanted == before.Status)
        {
            return after;
        }

        if (wanted is Active or Suspended && before.Status is Active or Suspended)
        {
            return after with { Status = wanted };
        }

        if (wanted != Deleted || item.IsLegacy)
        {
            throw new ServiceFault("800040");
        }

        return before.CancellableUntil is { } until && context.Now > until ? throw new ServiceFault("900117") : after with { Status = Deleted, AutoRenew = false };
    }

    private EmulatorResponse Activate(OperationContext context)
    {
        SubscriptionRecord found = SubscriptionOperations.Find(context);
        if (!context.Settings.Sandbox)
        {
            throw new ServiceFault("900127");
        }

        if (catalog.Find(found.OfferId)?.Family != ItemFamily.MarketplaceSaaS)
        {
            throw new ServiceFault("800042");
        }

        return found.Activated
            ? throw new ServiceFault("800041")
            : context.Commit(EmulatorResponse.Json(200, new { subscriptionId = found.Id, status = "Success" }), [found with { Activated = true }]);
    }

    // Members that the contract does not list come back, so that a client's round trip can be seen.
    private static JObject? Unknown(JObject body)
    {
        var more = new JObject(body.Properties().Where(member => !SubscriptionView.Names.Contains(member.Name)).Select(member => new JProperty(member)));
        return more.HasValues ? more : null;
    }

    private static JToken? Member(JObject json, string name) =>
        json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) && value.Type != JTokenType.Null ? value : null;

    private static string? Text(JObject json, string name) => Member(json, name)?.ToString();
}
