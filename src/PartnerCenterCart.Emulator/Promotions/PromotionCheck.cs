using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Who gets a promotion: the same rules for the eligibility call and for carts.</summary>
internal static class PromotionCheck
{
    /// <param name="promotion">The one that is judged.</param>
    /// <param name="quantity">Seats that are asked for.</param>
    /// <param name="item">What is bought; the promotion is for it.</param>
    /// <param name="context">Who buys.</param>
    /// <param name="before">Lines of the cart that come first: they count as bought, because lines are processed in array order (newer-facts.md, create cart).</param>
    public static List<PromotionError> Errors(Promotion promotion, int quantity, CatalogItem item, PurchaseContext context, IEnumerable<CartLine>? before = null)
    {
        var errors = new List<PromotionError>();
        if (promotion.Constraints is { } constraints)
        {
            errors.AddRange(Seats(promotion, constraints, quantity, context));
            errors.AddRange(Redemptions(promotion, constraints, context));
            HashSet<string> held = new(context.Subscriptions.Select(subscription => context.Catalog.Find(subscription.OfferId)?.ProductAndSku ?? string.Empty), StringComparer.OrdinalIgnoreCase);
            bool boughtBefore = held.Contains(item.ProductAndSku)
                || (before ?? []).Any(line => string.Equals(context.Sold(line.CatalogItemId)?.ProductAndSku, item.ProductAndSku, StringComparison.OrdinalIgnoreCase));
            if (boughtBefore && List(constraints, "eligibilityConstraints").Any(rule => rule.Value<bool>("isApplicable")))
            {
                errors.Add(PromotionError.Of("OfferPurchasedPreviously", "The customer has bought the offer before."));
            }

            // Any-of groups of all-of items, as far as the nesting can be understood (models.md PromotionConstraints).
            JToken[] groups = List(constraints, "productOwnershipConstraints").ToArray();
            if (groups.Length > 0 && !groups.Any(group => group.All(needed => held.Contains((needed.Value<string>("bigId") ?? string.Empty).Replace('/', ':')))))
            {
                errors.Add(PromotionError.Of("PrerequisiteProductOwnership", "The customer does not own the products that the promotion asks for."));
            }
        }

        return errors;
    }

    // The published answer refuses 2400 of 1 to 2400 seats because 500 are left.
    private static IEnumerable<PromotionError> Seats(Promotion promotion, JToken constraints, int quantity, PurchaseContext context)
    {
        foreach (JToken limit in List(constraints, "seatConstraints"))
        {
            int least = limit.Value<int>("minSeats");
            int most = limit.Value<int>("maxSeats");
            long left = Math.Max(0, (promotion.SeatPool ?? most) - Held(promotion, context).Sum(subscription => (long)subscription.Quantity));
            if (quantity < least || quantity > most || quantity > left)
            {
                yield return PromotionError.Of("SeatCount", "The provided quantity does not satisfy the minimum or maximum seat requirements for the promotion.") with
                {
                    MinimumRequiredSeats = least,
                    MaximumRequiredSeats = most,
                    AvailableSeats = (int)left,
                };
            }
        }
    }

    private static IEnumerable<PromotionError> Redemptions(Promotion promotion, JToken constraints, PurchaseContext context)
    {
        foreach (JToken limit in List(constraints, "assetOwnershipLimits"))
        {
            int most = limit.Value<int>("maxAssets");
            int used = Held(promotion, context).Count();
            if (used >= most)
            {
                yield return PromotionError.Of("RedemptionLimit", "The promotion was used as often as it can be.") with
                {
                    MaxPromotionRedemptionCount = most,
                    RemainingPromotionRedemptionCount = Math.Max(0, most - used),
                };
            }
        }
    }

    private static IEnumerable<SubscriptionRecord> Held(Promotion promotion, PurchaseContext context) =>
        context.Subscriptions.Where(subscription => string.Equals(subscription.PromotionId, promotion.Id, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<JToken> List(JToken constraints, string name) => constraints[name] ?? new JArray();
}
