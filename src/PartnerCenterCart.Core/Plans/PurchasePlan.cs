using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// What is to be bought, row by row. Made by import it says what was asked for; tested, it says what that is: the customers,
/// the catalogue's items, the totals. A tested plan is what will be bought.
/// </summary>
public sealed class PurchasePlan
{
    /// <summary>Lines of one cart. The contract names no limit; this many were seen to work, and a broken line costs no more than this.</summary>
    public const int MostLinesInACart = 50;

    /// <param name="rows">What to buy.</param>
    /// <param name="groupBy">Which rows share a cart.</param>
    /// <param name="source">Where it came from, for messages.</param>
    public PurchasePlan(IEnumerable<PurchasePlanRow> rows, PlanGrouping groupBy = PlanGrouping.None, string? source = null)
        : this((rows ?? throw new ArgumentNullException(nameof(rows))).ToList(), groupBy, source, Array.Empty<PurchasePlanProblem>())
    {
    }

    internal PurchasePlan(IReadOnlyList<PurchasePlanRow> rows, PlanGrouping groupBy, string? source, IEnumerable<PurchasePlanProblem> problems)
    {
        Rows = WithLabels(rows);
        GroupBy = groupBy;
        Source = source;
        Unreadable = problems.ToList();
        Problems = InOrder(Unreadable.Concat(PlanCheck.Offline(rows, Unreadable)));
    }

    private PurchasePlan(PurchasePlan plan, IReadOnlyList<PurchasePlanRow> rows, IEnumerable<PurchasePlanProblem> problems, DateTimeOffset testedAt)
    {
        Rows = WithLabels(rows);
        GroupBy = plan.GroupBy;
        Source = plan.Source;
        Unreadable = plan.Unreadable;
        Problems = InOrder(problems);
        TestedAt = testedAt;
        Totals = PlanTotals.Of(rows);
        CancelUntil = PlanTotals.CancelUntil(rows, testedAt);
    }

    /// <summary>The file, or null for objects.</summary>
    public string? Source { get; }

    /// <summary>Which rows share a cart.</summary>
    public PlanGrouping GroupBy { get; }

    /// <summary>What to buy.</summary>
    public IReadOnlyList<PurchasePlanRow> Rows { get; }

    /// <summary>What is wrong, by row; those of the plan as a whole first.</summary>
    public IReadOnlyList<PurchasePlanProblem> Problems { get; }

    /// <summary>When it was resolved and validated; null until then.</summary>
    public DateTimeOffset? TestedAt { get; }

    /// <summary>What it comes to, by currency; null until it was tested.</summary>
    public IReadOnlyList<PurchasePlanTotal>? Totals { get; }

    /// <summary>
    /// Until when everything could be given back in full if it were bought at <see cref="TestedAt"/>, by the shortest period that the
    /// catalogue names; null where it names none.
    /// </summary>
    public DateTimeOffset? CancelUntil { get; }

    /// <summary>Whether something keeps it from being bought.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == FindingSeverity.Error);

    /// <summary>Different customers, as far as they are known.</summary>
    public int CustomerCount => Rows.Select(row => row.CustomerId ?? row.Customer).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Digest of what was asked for; the journal knows the plan by it.</summary>
    public string Digest => PlanWish.DigestOf(GroupBy + string.Concat(Rows.Select(row => $"|{row.Reference.Length}:{row.Reference}={row.Digest}")));

    /// <summary>Digest of the catalogue's items that it resolves to; null until it was tested.</summary>
    public string? CatalogDigest => TestedAt == null ? null : PlanWish.DigestOf(string.Join("|", Rows.Select(row => row.ItemDigest)));

    /// <summary>Rows and totals in one line.</summary>
    public override string ToString() => Totals == null ? $"{Rows.Count} row{(Rows.Count == 1 ? string.Empty : "s")}, not tested" : string.Join("; ", Totals);

    /// <summary>Whether it was tested, and no line was changed since.</summary>
    internal bool IsTested => TestedAt != null && !Rows.Any(row => row.IsChanged);

    /// <summary>What could not be read at all, and so is no row.</summary>
    internal IReadOnlyList<PurchasePlanProblem> Unreadable { get; }

    internal PurchasePlan Tested(IReadOnlyList<PurchasePlanRow> rows, IEnumerable<PurchasePlanProblem> problems, DateTimeOffset at) => new(this, rows, problems, at);

    /// <summary>The same carts for the same plan, whatever has become of them: their numbers are in the journal.</summary>
    internal static IReadOnlyList<PlanCart> Carts(IReadOnlyList<PurchasePlanRow> rows, PlanGrouping groupBy)
    {
        if (groupBy == PlanGrouping.None)
        {
            return rows.Select((row, index) => new PlanCart(index + 1, new[] { row })).ToList();
        }

        // By the customer as it is written, which is all that an untested plan knows and does not change by testing.
        return rows
            .GroupBy(row => row.CustomerId ?? row.Customer ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Select((row, index) => (row, index)).GroupBy(entry => entry.index / MostLinesInACart, entry => entry.row))
            .Select((group, index) => new PlanCart(index + 1, group.ToList()))
            .ToList();
    }

    // Orders are looked for customer by customer.
    private static IReadOnlyList<PurchasePlanRow> WithLabels(IReadOnlyList<PurchasePlanRow> rows)
    {
        foreach (var same in rows.GroupBy(row => (Customer: (row.CustomerId ?? row.Customer)?.ToUpperInvariant(), Label: PlanCart.LabelOf(row))))
        {
            bool isShared = same.Key.Label != null && same.Skip(1).Any();
            foreach (PurchasePlanRow row in same)
            {
                row.SharesLabel = isShared;
            }
        }

        return rows;
    }

    private static List<PurchasePlanProblem> InOrder(IEnumerable<PurchasePlanProblem> problems) => problems.OrderBy(problem => problem.RowNumber ?? 0).ToList();
}
