using System;

namespace PartnerCenterCart;

/// <summary>
/// Price of one unit as a row charges it: by the price list, and in effect. They differ by promotions, and where a row is for a part of a
/// cycle, of which the row does not say what part.
/// </summary>
internal sealed class ChargePrice
{
    private readonly decimal listed;
    private readonly decimal effective;

    public ChargePrice(decimal listed, decimal effective)
    {
        this.listed = listed;
        this.effective = effective;
    }

    /// <summary>Whether it is the price that was agreed on, or a part of that.</summary>
    /// <param name="agreed">What the order says.</param>
    /// <param name="agreedList">The list price that the order's price comes from; null where that is not known.</param>
    /// <param name="tolerance">What counts as no difference.</param>
    public bool Keeps(decimal agreed, decimal? agreedList, decimal tolerance)
    {
        if (IsSame(effective, agreed, tolerance))
        {
            return true;
        }

        // More than what was agreed is never a part of it: a promotion that got lost shows here.
        bool isPartOfList = IsSame(listed, agreed, tolerance) || (agreedList is { } list && IsSame(listed, list, tolerance));
        return isPartOfList && effective < agreed;
    }

    /// <summary>The one of the two that is to be shown beside what was agreed.</summary>
    public decimal Against(decimal? agreed, decimal tolerance) => agreed is { } price && (effective > price || IsSame(effective, price, tolerance)) ? effective : listed;

    private static bool IsSame(decimal one, decimal other, decimal tolerance) => Math.Abs(one - other) <= tolerance;
}
