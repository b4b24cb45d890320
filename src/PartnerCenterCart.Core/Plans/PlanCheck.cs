using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>What is wrong with a plan that no call is needed to see.</summary>
internal static class PlanCheck
{
    /// <param name="rows">The rows.</param>
    /// <param name="unreadable">What could not be read of them: it is not missing.</param>
    public static IEnumerable<PurchasePlanProblem> Offline(IReadOnlyList<PurchasePlanRow> rows, IReadOnlyList<PurchasePlanProblem> unreadable)
    {
        var numbers = new HashSet<int?>(unreadable.Where(problem => problem.Member == nameof(CartLineItem.Quantity)).Select(problem => problem.RowNumber));
        if (rows.Count == 0 && unreadable.Count == 0)
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

            if ((row.Quantity is null or < 1) && !numbers.Contains(row.RowNumber))
            {
                yield return CartRules.QuantityInvalid.Problem(row.Quantity == null ? "There is no quantity." : $"The quantity is {row.Quantity}.", row);
            }

            foreach (PurchasePlanProblem problem in Terms(row))
            {
                yield return problem;
            }
        }
    }

    // Cycle and term are put into the service's form on the way.
    private static IEnumerable<PurchasePlanProblem> Terms(PurchasePlanRow row)
    {
        if (Refusal(() => row.Line.BillingCycle = CartCheck.BillingCycle(row.Line.BillingCycle)) is { } cycle)
        {
            yield return CartRules.BillingCycleInvalid.Problem(cycle, row);
        }

        if (Refusal(() => row.Line.TermDuration = CartCheck.TermDuration(row.Line.TermDuration)) is { } term)
        {
            yield return CartRules.TermInvalid.Problem(term, row);
        }
    }

    private static string? Refusal(Action put)
    {
        try
        {
            put();
            return null;
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.InvalidInput)
        {
            return e.Summary;
        }
    }
}
