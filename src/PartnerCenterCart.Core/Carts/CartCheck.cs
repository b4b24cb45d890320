using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// Refuses what cannot be bought before anything is sent. Values that came from the service and were not changed pass
/// untouched: they are not ours to judge.
/// </summary>
public static class CartCheck
{
    private static readonly Regex Duration = new(
        "^P(?=[0-9]|T[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$", RegexOptions.CultureInvariant);

    /// <summary>The service's spelling of a billing cycle in any spelling; blank is null.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string? BillingCycle(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        string list = string.Join(", ", BillingCycleType.Known.Texts.Where(text => text != BillingCycleType.Unknown));
        string? known = BillingCycleType.Known.Normalize(value!.Trim());
        return known is null or BillingCycleType.Unknown
            ? throw PartnerException.InvalidInput($"'{value}' is not a billing cycle. One of these is expected: {list}.", "The SKU tells which billing cycles it supports.")
            : known;
    }

    /// <summary>A term in the service's form; blank is null.</summary>
    /// <exception cref="PartnerException">InvalidInput: not an ISO 8601 duration.</exception>
    public static string? TermDuration(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        string text = value!.Trim().ToUpperInvariant();
        return Duration.IsMatch(text)
            ? text
            : throw PartnerException.InvalidInput(
                $"'{value}' is not a term. An ISO 8601 duration is expected: P1M (a month), P1Y (a year), P3Y (three years).",
                "The terms of the availability tell which durations there are.");
    }

    /// <summary>At least 1.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static int Quantity(int? value, string what) => value is >= 1
        ? value.Value
        : throw PartnerException.InvalidInput(
            value == null
                ? $"{what} has no quantity. A whole number of at least 1 is expected."
                : $"{what} has the quantity {value.Value.ToString(CultureInfo.InvariantCulture)}. A whole number of at least 1 is expected.",
            "To leave an item out, remove its line.");

    /// <summary>Checks one line by itself and puts cycle and term into the service's form.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    internal static void Line(CartLineItem line)
    {
        (line.BillingCycle, line.TermDuration) = Check(line, "The line");
        line.AddonItems?.ForEach(Line);
    }

    /// <summary>Checks a cart that is to be sent, without a copy.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    internal static void Verify(Cart cart) => CheckLines(cart);

    /// <summary>A checked, numbered copy that can be sent; the original stays as it is.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    internal static Cart Sendable(Cart cart, string? cartId = null)
    {
        // Checked on the original, which knows what came from the service; the copy does not.
        List<(string? Cycle, string? Term)> checkedValues = CheckLines(cart);
        Cart copy = PartnerJson.Clone(cart);
        RemoveNulls(copy.LineItems);
        copy.Id ??= cartId;
        List<CartLineItem> lines = copy.AllLines().ToList();
        for (int i = 0; i < lines.Count; i++)
        {
            (lines[i].BillingCycle, lines[i].TermDuration) = checkedValues[i];
        }

        Number(lines);
        return copy;
    }

    private static void RemoveNulls(List<CartLineItem>? lines)
    {
        lines?.RemoveAll(line => line == null);
        lines?.ForEach(line => RemoveNulls(line.AddonItems));
    }

    private static List<(string? Cycle, string? Term)> CheckLines(Cart cart)
    {
        List<CartLineItem> lines = cart?.AllLines().ToList() ?? new List<CartLineItem>();
        return lines.Count > 0
            ? lines.Select((line, index) => Check(line, "Line " + index.ToString(CultureInfo.InvariantCulture))).ToList()
            : throw PartnerException.InvalidInput("The cart has no lines. At least one is expected.", "New-PartnerCustomerCartLineItem makes lines.");
    }

    private static (string? Cycle, string? Term) Check(CartLineItem line, string what)
    {
        if (string.IsNullOrWhiteSpace(line.CatalogItemId))
        {
            throw PartnerException.InvalidInput(
                $"{what} has no catalog item id. One such as CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5, from an availability, is expected.",
                "Read the availabilities of the SKU; each has a CatalogItemId.");
        }

        if (!line.QuantityIsAsRead)
        {
            Quantity(line.Quantity, $"{what} ({line.CatalogItemId})");
        }

        return (
            line.CycleIsAsRead ? line.BillingCycle : BillingCycle(line.BillingCycle),
            line.TermIsAsRead ? line.TermDuration : TermDuration(line.TermDuration));
    }

    // Ids stay as they are when they are complete and differ; the service needs them stable through updates. Otherwise new
    // lines get the numbers after the highest, and lines from several places are counted anew.
    private static void Number(List<CartLineItem> lines)
    {
        var used = new HashSet<int>();
        bool differ = lines.Where(line => line.Id != null).All(line => used.Add(line.Id!.Value));
        int next = differ && used.Count > 0 ? used.Max() + 1 : 0;
        foreach (CartLineItem line in lines.Where(line => !differ || line.Id == null))
        {
            line.Id = next++;
        }
    }
}
