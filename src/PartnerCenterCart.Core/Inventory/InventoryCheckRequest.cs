using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Which items to check, and for whom. Needed for SKUs that ask for <see cref="PurchasePrerequisite.InventoryCheck"/>.</summary>
public sealed class InventoryCheckRequest : PartnerResource
{
    /// <summary>Items to check, at least one.</summary>
    [JsonConverter(typeof(ResourceListConverter<InventoryItem>))]
    public List<InventoryItem>? TargetItems { get; set; }

    /// <summary>Values for the keys that <see cref="Sku.InventoryVariables"/> names, such as <c>customerId</c>; sent in camelCase.</summary>
    public ProvisioningContext? InventoryContext { get; set; }

    /// <summary>Documented, without use.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>
    /// The items that an answer says nothing about: the service leaves out what is not in the catalogue without a word. An
    /// item without a SKU is answered when any SKU of its product is.
    /// </summary>
    public IReadOnlyList<InventoryItem> Unanswered(IEnumerable<InventoryItem> answer)
    {
        List<InventoryItem> answered = (answer ?? throw new ArgumentNullException(nameof(answer))).ToList();
        return (TargetItems ?? new List<InventoryItem>())
            .Where(asked => asked != null && !answered.Any(item => Same(item.ProductId, asked.ProductId) && (string.IsNullOrEmpty(asked.SkuId) || Same(item.SkuId, asked.SkuId))))
            .ToList();
    }

    /// <summary>A checked copy that can be sent; the original stays as it is.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    internal static InventoryCheckRequest Sendable(InventoryCheckRequest request)
    {
        if (request?.TargetItems == null || request.TargetItems.All(item => item == null))
        {
            throw PartnerException.InvalidInput("There are no items to check. At least one with a product id is expected.", "Get-PartnerProductSku lists what needs an inventory check.");
        }

        InventoryCheckRequest copy = PartnerJson.Clone(request);
        copy.InventoryContext = CamelCase(request.InventoryContext);
        foreach (InventoryItem item in copy.TargetItems!)
        {
            item.ProductId = CatalogCheck.ProductId(item.ProductId);
            item.SkuId = string.IsNullOrWhiteSpace(item.SkuId) ? null : CatalogCheck.SkuId(item.SkuId);
        }

        return copy;
    }

    // SKUs name the keys in PascalCase, the check takes them in camelCase (contract: models.md, section 3). It is required.
    private static ProvisioningContext CamelCase(ProvisioningContext? context)
    {
        var copy = new ProvisioningContext();
        foreach (KeyValuePair<string, string> entry in context?.Where(entry => entry.Key.Length > 0) ?? copy)
        {
            copy[char.ToLowerInvariant(entry.Key[0]) + entry.Key.Substring(1)] = entry.Value;
        }

        return copy;
    }

    private static bool Same(string? left, string? right) => string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
}
