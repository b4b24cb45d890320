using System.Globalization;

namespace PartnerCenterCart.Emulation;

internal static class QueryNumber
{
    /// <summary>A whole number that is not negative, or null when it is not sent.</summary>
    public static int? Read(QueryValues query, string name) => query[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new ServiceFault("3000", "'" + text + "' is no value for " + name + ": it takes whole numbers that are not negative.");
}
