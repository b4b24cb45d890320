using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>What is wrong with a plan that no call is needed to see.</summary>
internal static class PlanCheck
{
    public static IEnumerable<PurchasePlanProblem> Offline(IReadOnlyList<PurchasePlanRow> rows, bool hasUnreadable)
    {
        if (rows.Count == 0 && !hasUnreadable)
        {
            yield return PlanRules.NoRows.Problem("There are no rows.", null);
        }

        // Without regard to case: a person who looks for a purchase by its reference does not mind it either.
        var seen = new Dictionary<string, PurchasePlanRow>(StringComparer.OrdinalIgnoreCase);
        foreach (PurchasePlanRow row in rows)
        {
            if (seen.TryGetValue(row.Reference, out PurchasePlanRow? first))
            {
                yield return PlanRules.ReferenceNotUnique.Problem($"Row {first.RowNumber} has the reference '{row.Reference}', too.", row);
            }

            seen[row.Reference] = row;
            if (row.Customer == null)
            {
                yield return PlanRules.CustomerMissing.Problem("There is no customer.", row);
            }

            if (row.GivenItem == null && (row.ProductId == null || row.SkuId == null))
            {
                yield return PlanRules.ItemMissing.Problem(row.ProductId == null && row.SkuId == null ? "There is neither a catalog item id nor a product." : "Product and SKU are needed together.", row);
            }

            if (row.Quantity is null or < 1)
            {
                yield return CartRules.QuantityInvalid.Problem(row.Quantity == null ? "There is no quantity." : $"The quantity is {row.Quantity}.", row);
            }

            if (Refusal(row) is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    // Cycle and term are put into the service's form on the way.
    private static PurchasePlanProblem? Refusal(PurchasePlanRow row)
    {
        try
        {
            row.Line.BillingCycle = CartCheck.BillingCycle(row.Line.BillingCycle);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.InvalidInput)
        {
            return CartRules.BillingCycleInvalid.Problem(e.Summary, row);
        }

        try
        {
            row.Line.TermDuration = CartCheck.TermDuration(row.Line.TermDuration);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.InvalidInput)
        {
            return CartRules.TermInvalid.Problem(e.Summary, row);
        }

        return null;
    }
}
