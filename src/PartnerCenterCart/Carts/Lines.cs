using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>Words for lines and money in questions.</summary>
internal static class Lines
{
    private const int Shown = 3;

    public static string Describe(IReadOnlyCollection<CartLineItem> lines)
    {
        string items = string.Join("; ", lines.Take(Shown).Select(line => line.ToString()));
        string more = lines.Count > Shown ? $"; and {lines.Count - Shown} more" : string.Empty;
        return $"{Count(lines.Count)}: {items}{more}";
    }

    public static string Count(int lines) => lines == 1 ? "1 line" : lines.ToString(CultureInfo.InvariantCulture) + " lines";

    public static string Total(Cart cart) => cart.TotalPrice is { } total
        ? $"{total.ToString("N2", CultureInfo.InvariantCulture)} {cart.CurrencyCode} before tax"
        : "price unknown";
}
