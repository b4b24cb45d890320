using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Which lines become one order: same backend, publisher kind and billing cycle (behaviours.md section 6.3).</summary>
internal static class OrderGroups
{
    private const string LegacyPrefix = "OMS-";

    /// <summary>Numbers the groups in order of first appearance. Groups that were ordered already are closed: their lines keep them, new lines never join them.</summary>
    public static IReadOnlyList<CartLine> Assign(IReadOnlyList<CartLine> lines, CatalogIndex catalog, ICollection<string> closed)
    {
        var byKind = new Dictionary<string, string>();
        var used = new HashSet<string>(closed);
        return lines.Select(line =>
        {
            if (line.OrderGroup is not null && closed.Contains(line.OrderGroup))
            {
                return line;
            }

            CatalogItem? item = catalog.Find(line.CatalogItemId);
            bool legacy = item?.IsLegacy == true;
            string kind = legacy + "/" + (item?.Product.IsMicrosoftProduct != false) + "/" + line.BillingCycle;
            if (!byKind.TryGetValue(kind, out string? group))
            {
                group = NextFree(legacy ? LegacyPrefix : string.Empty, used);
                byKind[kind] = group;
            }

            return line with { OrderGroup = group, AddonItems = line.AddonItems?.Select(addOn => addOn with { OrderGroup = group }).ToList() };
        }).ToList();
    }

    private static string NextFree(string prefix, HashSet<string> used)
    {
        int number = 0;
        string group;
        do
        {
            group = prefix + number.ToString(CultureInfo.InvariantCulture);
            number++;
        }
        while (!used.Add(group));
        return group;
    }
}
