using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What to test promotions against.</summary>
public sealed class PromotionEligibilitiesRequest : PartnerResource
{
    /// <summary>One for each purchase to test; at least one.</summary>
    [JsonConverter(typeof(ResourceListConverter<PromotionEligibilitiesRequestItem>))]
    public List<PromotionEligibilitiesRequestItem>? Items { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>A checked, numbered copy that can be sent; the original stays as it is.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    internal static PromotionEligibilitiesRequest Sendable(PromotionEligibilitiesRequest request)
    {
        if (request?.Items == null || request.Items.All(item => item == null))
        {
            throw PartnerException.InvalidInput("There is nothing to test promotions against. At least one item is expected.", "An item is a catalog item id with quantity, term and billing cycle.");
        }

        PromotionEligibilitiesRequest copy = PartnerJson.Clone(request);
        int position = 0;
        int next = copy.Items!.Max(item => item.Id) + 1 ?? 0;
        foreach (PromotionEligibilitiesRequestItem item in copy.Items!)
        {
            Check(item, "Item " + position.ToString(CultureInfo.InvariantCulture));
            position++;
            item.Id ??= next++;
        }

        return copy;
    }

    private static void Check(PromotionEligibilitiesRequestItem item, string what)
    {
        if (string.IsNullOrWhiteSpace(item.CatalogItemId))
        {
            throw PartnerException.InvalidInput(
                $"{what} has no catalog item id. One such as CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5, from an availability, is expected.",
                "Read the availabilities of the SKU; each has a CatalogItemId.");
        }

        what = $"{what} ({item.CatalogItemId})";
        item.Quantity = CartCheck.Quantity(item.Quantity, what);
        item.TermDuration = CartCheck.TermDuration(item.TermDuration)
            ?? throw PartnerException.InvalidInput($"{what} has no term. An ISO 8601 duration such as P1Y is expected.", "The terms of the availability tell which durations there are.");
        item.BillingCycle = CartCheck.BillingCycle(item.BillingCycle)
            ?? throw PartnerException.InvalidInput($"{what} has no billing cycle. One such as monthly or annual is expected.", "The SKU tells which billing cycles it supports.");
        item.PromotionId = string.IsNullOrWhiteSpace(item.PromotionId) ? null : CatalogCheck.PromotionId(item.PromotionId);
    }
}
