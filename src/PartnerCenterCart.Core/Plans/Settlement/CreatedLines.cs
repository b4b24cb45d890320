using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>A row and the line that the service has made of it.</summary>
internal sealed class CreatedLines
{
    private CreatedLines(PurchasePlanRow row, CartLineItem line)
    {
        Row = row;
        Line = line;
        Error = line.Error ?? line.AddonItems?.Select(addon => addon?.Error).FirstOrDefault(error => error != null);
    }

    public PurchasePlanRow Row { get; }

    public CartLineItem Line { get; }

    /// <summary>Why the row cannot be bought; null when it can.</summary>
    public CartError? Error { get; }

    /// <summary>Each row with its line; null when the cart holds anything else than these rows.</summary>
    public static IReadOnlyList<CreatedLines>? Match(Cart created, IReadOnlyList<PurchasePlanRow> rows)
    {
        List<CartLineItem> lines = created.LineItems?.Where(line => line != null).OrderBy(line => line.Id ?? int.MaxValue).ToList() ?? new List<CartLineItem>();
        if (created.Id == null || lines.Count != rows.Count)
        {
            return null;
        }

        List<CreatedLines> matched = rows.Zip(lines, (row, line) => new CreatedLines(row, line)).ToList();
        return matched.TrueForAll(entry => IsSame(entry.Row.Line, entry.Line)) ? matched : null;
    }

    /// <summary>Whether a cart that can still be bought holds what it held when it was made; it has an id that others may use, too.</summary>
    public static bool AreStillIn(Cart now, IReadOnlyList<JournalCartLine> made, IReadOnlyList<PurchasePlanRow> rows)
    {
        if (now.LineItems == null || !string.Equals(now.Status, "Active", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return now.LineItems.Count == made.Count && made.All(line => now.LineItems.Exists(got =>
            got?.Id == line.Id
            && string.Equals(got?.CatalogItemId, line.Item, StringComparison.OrdinalIgnoreCase)
            && got?.Quantity == rows.FirstOrDefault(row => row.Reference == line.Reference)?.Quantity));
    }

    private static bool IsSame(CartLineItem asked, CartLineItem got) =>
        string.Equals(asked.CatalogItemId, got.CatalogItemId, StringComparison.OrdinalIgnoreCase) && asked.Quantity == got.Quantity;
}
