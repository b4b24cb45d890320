using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What there is for products of a country.</summary>
public sealed class CountryProductExtensionOperations
{
    private readonly CallSender sender;
    private readonly string country;

    internal CountryProductExtensionOperations(CallSender sender, string country)
    {
        this.sender = sender;
        this.country = country;
    }

    /// <summary>
    /// Asks whether items can be had. What is not in the catalogue is left out of the answer without a word;
    /// <see cref="InventoryCheckRequest.Unanswered"/> tells.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput before anything is sent; BadRequest.</exception>
    public async Task<IReadOnlyList<InventoryItem>> CheckInventoryAsync(InventoryCheckRequest check, CancellationToken cancellationToken = default)
    {
        InventoryCheckRequest body = InventoryCheckRequest.Sendable(check);
        string what = body.TargetItems!.Count == 1 ? body.TargetItems[0].ToString() : $"{body.TargetItems.Count} items";
        PartnerRequest request = sender.Request(
            "inventory.check",
            HttpMethod.Post,
            ResourcePath.Root.Add("extensions", "product", "checkinventory").Query("country", country).ToString(),
            RetryClass.Read,
            $"checking the inventory of {what} in {country}",
            body);
        List<InventoryItem> items = await sender.SendAsync(request, answer => Items(request, answer), cancellationToken).ConfigureAwait(false);
        items.ForEach(item => item.Country = country);
        return items;
    }

    // A bare array, unlike every other list of the service (contract: endpoints.md, inventory.check).
    private static List<InventoryItem> Items(PartnerRequest request, PartnerAnswer answer) =>
        PartnerJson.ReadToken(answer.Body) is JArray items
            ? items.OfType<JObject>().Select(item => PartnerJson.Read<InventoryItem>(item)!).ToList()
            : throw Fault.Unreadable(request, answer, "its body is no list of items", null);
}
