using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>BillingCycleType (models.md section 3): every spelling and number in, the preferred wire text out.</summary>
internal static class BillingCycle
{
    public const string Unknown = "unknown";
    public const string Monthly = "monthly";
    public const string Annual = "annual";
    public const string None = "none";
    public const string OneTime = "one_time";
    public const string Triennial = "triennial";
    public const string Biennial = "biennial";

    // The position is the number of the enum.
    private static readonly string[] Names = { Unknown, Monthly, Annual, None, OneTime, Triennial, Biennial };

    private static readonly Dictionary<string, string> BySpelling = Spellings();

    public static string Parse(string text) =>
        BySpelling.TryGetValue(EnumText.Plain(text), out string? cycle)
            ? cycle
            : throw new ServiceFault("900126", "'" + text + "' is not a billing cycle.");

    /// <summary>Months that one invoice covers; 0 for cycles that are not periods.</summary>
    public static int Months(string? cycle) => cycle switch
    {
        Monthly => 1,
        Annual => 12,
        Biennial => 24,
        Triennial => 36,
        _ => 0,
    };

    /// <summary>Annual, OneTime: the spelling of terms and promotions in the catalog.</summary>
    public static string Title(string cycle) => cycle == OneTime ? "OneTime" : char.ToUpperInvariant(cycle[0]) + cycle.Substring(1);

    private static Dictionary<string, string> Spellings()
    {
        var spellings = new Dictionary<string, string>();
        for (int number = 0; number < Names.Length; number++)
        {
            spellings[EnumText.Plain(Names[number])] = Names[number];
            spellings[number.ToString(CultureInfo.InvariantCulture)] = Names[number];
        }

        return spellings;
    }
}
