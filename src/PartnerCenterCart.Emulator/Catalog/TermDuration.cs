using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerCenterCart.Emulation;

internal static class TermDuration
{
    private static readonly Regex Iso = new("^P(?:(?<years>[0-9]{1,2})Y)?(?:(?<months>[0-9]{1,3})M)?(?:(?<days>[0-9]{1,4})D)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static bool IsValid(string text) => text.Length > 1 && Iso.Match(text) is { Success: true, Length: > 1 };

    /// <summary>Whole months; 0 for a missing or shorter term.</summary>
    public static int Months(string? text)
    {
        Match match = Iso.Match(text ?? string.Empty);
        return (12 * Number(match.Groups["years"])) + Number(match.Groups["months"]);
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
