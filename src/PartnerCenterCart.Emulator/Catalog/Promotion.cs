using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>A promotion in its wire form (models.md section 4), for what it is, and how much it takes off. <see cref="PromotionCheck"/> knows who gets it.</summary>
internal sealed class Promotion
{
    public const string SeatPoolMember = "seatPool";

    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    public Promotion(JObject wire)
    {
        // The emulator's own note, which the service does not show.
        SeatPool = wire.Value<int?>(SeatPoolMember);
        wire.Remove(SeatPoolMember);
        Wire = wire;
        Id = wire.Value<string>("id") ?? throw new JsonSerializationException("A promotion has no id.");
        start = Date(wire, "startDate");
        end = Date(wire, "endDate");
        IsAutoApplicable = wire["properties"]?.Value<bool>("isAutoApplicable") == true;
    }

    public JObject Wire { get; }

    public string Id { get; }

    public bool IsAutoApplicable { get; }

    /// <summary>Seats that one customer can have under the promotion; null where only maxSeats counts.</summary>
    public int? SeatPool { get; }

    public JToken? Constraints => Wire["promotionConstraints"];

    private IEnumerable<JToken> RequiredProducts => Wire["requiredProducts"] ?? new JArray();

    public bool IsRunning(DateTimeOffset now) => start <= now && now <= end;

    /// <summary>The share taken off the list price, or null when the promotion is not for this item and term.</summary>
    public decimal? DiscountFor(CatalogItem item, string? duration, string? cycle)
    {
        JToken? product = RequiredProducts.FirstOrDefault(required => IsFor(required, item)
            && required["term"]?.Value<string>("duration") == duration
            && EnumText.Plain(required["term"]?.Value<string>("billingCycle") ?? string.Empty) == EnumText.Plain(cycle ?? string.Empty));
        string? value = product?["pricingPolicies"]?.FirstOrDefault()?.Value<string>("value");
        return value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it is for this product and SKU, whatever the term.</summary>
    public bool IsFor(CatalogItem item) => RequiredProducts.Any(required => IsFor(required, item));

    /// <summary>The pairs of duration and billing cycle in which the item gets the promotion.</summary>
    public IEnumerable<(string? Duration, string? Cycle)> TermsFor(CatalogItem item) =>
        RequiredProducts.Where(required => IsFor(required, item)).Select(required => (required["term"]?.Value<string>("duration"), required["term"]?.Value<string>("billingCycle")));

    private static bool IsFor(JToken required, CatalogItem item) =>
        required.Value<string>("productId") == item.Product.Id && required.Value<string>("skuId") == item.Sku.Id;

    private static DateTimeOffset Date(JObject wire, string name) =>
        Timestamp.TryParse(wire.Value<string>(name), out DateTimeOffset date) ? date : throw new JsonSerializationException("A promotion has no " + name + ".");
}
