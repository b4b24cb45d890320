using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>inventory.check: a bare array, and nothing about items that are not in the catalog (endpoints.md, newer-facts.md).</summary>
internal sealed class InventoryOperation(CatalogIndex catalog)
{
    private const string Check = "InventoryCheck";

    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("inventory.check", "POST", "/extensions/product/checkinventory", Answer);
    }

    private static CustomerRecord? Customer(OperationContext context, Dictionary<string, string> keys) =>
        keys.TryGetValue("customerId", out string? id) ? CustomerGuard.Find(context.State, id) : null;

    private EmulatorResponse Answer(OperationContext context)
    {
        string country = Market.Parse(context.Query["country"]);
        InventoryRequest request = WireJson.ReadRequest<InventoryRequest>(WireJson.ParseRequest(context.Request.Body));
        if (request.TargetItems is not { Count: > 0 } targets || targets.Any(target => string.IsNullOrWhiteSpace(target?.ProductId)))
        {
            throw new ServiceFault("800002", "targetItems is missing or has an item without productId.");
        }

        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in request.InventoryContext ?? new Dictionary<string, string?>())
        {
            if (!string.IsNullOrEmpty(pair.Value))
            {
                keys[pair.Key] = pair.Value!;
            }
        }

        List<(CatalogProduct Product, CatalogSku Sku)> asked = targets.SelectMany(target => Targets(target!, country)).ToList();
        string? missing = asked.Where(item => item.Sku.PurchasePrerequisites.Contains(Check)).SelectMany(item => item.Sku.InventoryVariables).FirstOrDefault(name => !keys.ContainsKey(name));
        if (missing is not null)
        {
            throw new ServiceFault("3000", "The inventoryContext has no " + char.ToLowerInvariant(missing[0]) + missing.Substring(1) + ".");
        }

        CustomerRecord? customer = Customer(context, keys);
        SubscriptionRecord? azure = customer is null ? null : Azure(context, customer, keys);
        return EmulatorResponse.Json(200, asked.Select(item => Item(item.Product, item.Sku, azure)).ToList());
    }

    // A product without SKU means all of its SKUs.
    private IEnumerable<(CatalogProduct Product, CatalogSku Sku)> Targets(InventoryTarget target, string country)
    {
        CatalogProduct? product = catalog.FindProduct(target.ProductId!);
        if (product is null || product.Countries?.Contains(country) == false || product.Family == ItemFamily.LegacyLicence)
        {
            return [];
        }

        return product.Skus
            .Where(sku => string.IsNullOrEmpty(target.SkuId) || string.Equals(sku.Id, target.SkuId, StringComparison.OrdinalIgnoreCase))
            .Select(sku => (product, sku));
    }

    private SubscriptionRecord? Azure(OperationContext context, CustomerRecord customer, Dictionary<string, string> keys)
    {
        if (!keys.TryGetValue("azureSubscriptionId", out string? id))
        {
            return null;
        }

        var purchase = new PurchaseContext(customer, context.State, [], catalog, context.Now, context.Issue);
        SubscriptionRecord? azure = purchase.Subscription(id) ?? purchase.Entitlement(id);
        if (azure is null || purchase.FamilyOf(azure) is not (ItemFamily.LegacyAzure or ItemFamily.AzurePlan))
        {
            throw new ServiceFault("800011");
        }

        return azure.IsActive(context.Now) ? azure : throw new ServiceFault("800012");
    }

    private InventoryItem Item(CatalogProduct product, CatalogSku sku, SubscriptionRecord? azure)
    {
        InventoryRestriction? restriction = sku.PurchasePrerequisites.Contains(Check) ? Restriction(sku, azure) : null;
        return new InventoryItem
        {
            ProductId = product.Id,
            SkuId = sku.Id,
            IsRestricted = restriction is not null,
            Restrictions = restriction is null ? [] : [restriction],
        };
    }

    private InventoryRestriction? Restriction(CatalogSku sku, SubscriptionRecord? azure)
    {
        string region = sku.DynamicAttributes.Value<string>("armRegionName") ?? string.Empty;
        if (sku.SoldOut || azure?.RestrictedRegions?.Contains(region, StringComparer.OrdinalIgnoreCase) == true)
        {
            return InventoryRestriction.Of("Location", region);
        }

        ReservationScope? fits = azure is null ? null
            : catalog.Find(azure.OfferId)?.Family == ItemFamily.AzurePlan ? ReservationScope.AzurePlan
            : ReservationScope.Legacy;
        return fits is not null && sku.Scope is not null && sku.Scope != fits ? InventoryRestriction.Of("Subscription", azure!.Id) : null;
    }
}
