using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Azure reservations in regions of several continents, for either or both kinds of Azure subscription.</summary>
internal static class MadeReservations
{
    private static readonly Dictionary<string, string> Regions = new()
    {
        ["eastus"] = "US East",
        ["westus3"] = "US West 3",
        ["westeurope"] = "EU West",
        ["germanywestcentral"] = "DE West Central",
        ["uksouth"] = "UK South",
        ["brazilsouth"] = "BR South",
        ["japaneast"] = "JP East",
    };

    public static IEnumerable<CatalogProduct> All()
    {
        const string Vm = TargetView.AzureReservationsVM;
        yield return Product("B201", "Virtual Machines Ev5 Series", "VirtualMachines", Vm, "Reserved VM Instance, Standard_E4_v5", 1500, ReservationScope.AzurePlan, "eastus", "westeurope", "uksouth", "brazilsouth");
        yield return Product("B202", "Virtual Machines FSv2 Series", "VirtualMachines", Vm, "Reserved VM Instance, Standard_F4s_v2", 980, ReservationScope.Legacy, "westeurope", "uksouth");
        yield return Product("B203", "Virtual Machines DSv5 Series", "VirtualMachines", Vm, "Reserved VM Instance, Standard_D4s_v5", 1150, null, "westus3", "germanywestcentral", "japaneast");
        yield return Product("B301", "SQL Database reserved capacity", "SqlDatabases", TargetView.AzureReservationsSql, "SQL Database, General Purpose vCore", 1340, null, "eastus", "westeurope");
        yield return Product("B302", "SQL Managed Instance reserved capacity", "SqlDatabases", TargetView.AzureReservationsSql, "SQL Managed Instance, Business Critical vCore", 3600, ReservationScope.AzurePlan, "eastus", "uksouth");
        yield return Product("B401", "Cosmos DB reserved capacity", "CosmosDb", TargetView.AzureReservationsCosmosDb, "Cosmos DB, 10,000 RU/s", 4600, null, "eastus", "germanywestcentral", "brazilsouth");
    }

    private static CatalogProduct Product(string number, string title, string subType, string view, string item, decimal price, ReservationScope? scope, params string[] regions)
    {
        CatalogSku[] skus = regions.SelectMany((region, index) => new[]
        {
            Sku((2 * index) + 1, item, region, 1, price, scope),
            Sku((2 * index) + 2, item, region, 3, price * 1.9m, scope),
        }).ToArray();
        return MadeProduct.Of(ItemFamily.Reservation, "DZH318Z1" + number, title, "Microsoft", [TargetView.Azure, TargetView.AzureReservations, view], skus) with
        {
            ProductType = new CatalogItemType { Id = "Azure", SubType = subType },
            IsMicrosoftProduct = true,
        };
    }

    private static CatalogSku Sku(int number, string item, string region, int years, decimal price, ReservationScope? scope)
    {
        string duration = years == 1 ? "1 Year" : "3 Years";
        string term = years == 1 ? "P1Y" : "P3Y";
        return MadeProduct.Sku(number.ToString("D4", CultureInfo.InvariantCulture), item + ", " + Regions[region] + ", " + duration,
        [
            MadeTerms.Of(term, BillingCycle.OneTime, price, duration + " Prepaid"),
            MadeTerms.Of(term, BillingCycle.Monthly, price / (12 * years), duration + " billed monthly"),
        ]) with
        {
            MaximumQuantity = 999_999_999,
            PurchasePrerequisites = ["AzureSubscriptionRegistration", "InventoryCheck"],
            InventoryVariables = ["CustomerId", "AzureSubscriptionId", "ArmRegionName"],
            ProvisioningVariables = ["Scope", "SubscriptionId"],
            Scope = scope,
            // One region is sold out for everybody.
            SoldOut = region == "japaneast",
            DynamicAttributes = new JObject
            {
                ["armRegionName"] = region,
                ["region"] = Regions[region],
                ["duration"] = duration.Replace(" ", string.Empty),
                ["termDuration"] = term,
                ["isMicrosoftProduct"] = true,
            },
        };
    }
}
