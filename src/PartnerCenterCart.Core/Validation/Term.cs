using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>The length of a term, as far as calendars know it: days and weeks count as no months.</summary>
internal readonly struct Term
{
    private static readonly Regex Form = new("^P(?=[0-9])(?:(?<y>[0-9]+)Y)?(?:(?<m>[0-9]+)M)?(?:(?<w>[0-9]+)W)?(?:(?<d>[0-9]+)D)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private Term(int months) => Months = months;

    public int Months { get; }

    /// <summary>Null for anything but an ISO 8601 duration of years, months, weeks and days.</summary>
    public static Term? Parse(string? text)
    {
        Match match = Form.Match(text?.Trim() ?? string.Empty);
        return match.Success ? new Term((12 * Number(match, "y")) + Number(match, "m")) : null;
    }

    /// <summary>Months that a billing cycle covers; null for those that are not periods.</summary>
    public static int? MonthsOf(string? billingCycle) => billingCycle switch
    {
        BillingCycleType.Monthly => 1,
        BillingCycleType.Annual => 12,
        BillingCycleType.Biennial => 24,
        BillingCycleType.Triennial => 36,
        _ => null,
    };

    private static int Number(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;
}
