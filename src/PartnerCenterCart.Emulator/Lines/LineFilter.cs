using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The query value hasPartnerEarnedCredit, for lines of purchases; made lines are answered whole.</summary>
internal static class LineFilter
{
    public static ILineSource Of(ILineSource lines, QueryValues query) =>
        query["hasPartnerEarnedCredit"] is { } text && bool.TryParse(text, out bool wanted) && lines is ChargeLines charges
            ? new ChargeLines(charges.Charges.Where(charge => charge.PartnerCredit > 0 == wanted).ToList())
            : lines;
}
