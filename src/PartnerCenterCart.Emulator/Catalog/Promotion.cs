using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>A promotion in its wire form (models.md section 4) and what a cart needs to know of it.</summary>
internal sealed class Promotion
{
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    public Promotion(JObject wire)
    {
        Wire = wire;
        Id = wire.Value<string>("id") ?? throw new JsonSerializationException("A promotion has no id.");
        start = Date(wire, "startDate");
        end = Date(wire, "endDate");
        IsAutoApplicable = wire["properties"]?.Value<bool>("isAutoApplicable") == true;
    }

    public JObject Wire { get; }

    public string Id { get; }

    public bool IsAutoApplicable { get; }

    public bool IsRunning(DateTimeOffset now) => start <= now && now <= end;

    /// <summary>The share taken off the list price, or null when the promotion is not for this item and term.</summary>
    public decimal? DiscountFor(CatalogItem item, string? duration, string? cycle)
    {
        JToken? product = (Wire["requiredProducts"] ?? new JArray()).FirstOrDefault(required =>
            required.Value<string>("productId") == item.Product.Id
            && required.Value<string>("skuId") == item.Sku.Id
            && required["term"]?.Value<string>("duration") == duration
            && EnumText.Plain(required["term"]?.Value<string>("billingCycle") ?? string.Empty) == EnumText.Plain(cycle ?? string.Empty));
        string? value = product?["pricingPolicies"]?.FirstOrDefault()?.Value<string>("value");
        return value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Seats, first purchase and owned products; the redemption count is not kept.</summary>
    public bool Admits(int quantity, CatalogItem item, PurchaseContext context)
    {
        JToken? constraints = Wire["promotionConstraints"];
        if (constraints is null)
        {
            return true;
        }

        bool seats = (constraints["seatConstraints"] ?? new JArray()).All(limit => limit.Value<int>("minSeats") <= quantity && quantity <= limit.Value<int>("maxSeats"));
        HashSet<string> products = new(context.Subscriptions.Select(subscription => context.Catalog.Find(subscription.OfferId)?.ProductAndSku ?? string.Empty), StringComparer.OrdinalIgnoreCase);
        bool firstPurchase = !(constraints["eligibilityConstraints"] ?? new JArray()).Any(rule => rule.Value<bool>("isApplicable") && products.Contains(item.ProductAndSku));
        // Any-of groups of all-of items, as far as the nesting can be understood (models.md PromotionConstraints).
        JToken? ownership = constraints["productOwnershipConstraints"];
        bool owns = ownership is null || !ownership.Any()
            || ownership.Any(group => group.All(needed => products.Contains((needed.Value<string>("bigId") ?? string.Empty).Replace('/', ':'))));
        return seats && firstPurchase && owns;
    }

    private static DateTimeOffset Date(JObject wire, string name) =>
        Timestamp.TryParse(wire.Value<string>(name), out DateTimeOffset date) ? date : throw new JsonSerializationException("A promotion has no " + name + ".");
}
