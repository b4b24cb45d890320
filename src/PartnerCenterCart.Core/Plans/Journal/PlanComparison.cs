using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>A plan against the journal that it is to go on with.</summary>
internal static class PlanComparison
{
    private const int MostShown = 50;

    /// <exception cref="PartnerException">PlanChanged, row by row.</exception>
    public static void ThrowIfChanged(string path, JournalContent journal, PurchasePlan plan, string? account)
    {
        JournalHeader header = journal.Header!;
        // A connection that does not know its tenant may be to the same one.
        if (account != null && header.Account != null && !account.StartsWith(header.Account, StringComparison.Ordinal) && !header.Account.StartsWith(account, StringComparison.Ordinal))
        {
            throw JournalFault.Changed(path, $"It was begun at {header.Account}, and this connection is to {account}.");
        }

        if (header.Plan == plan.Digest)
        {
            return;
        }

        List<string> differences = Differences(journal, plan).ToList();
        string more = differences.Count > MostShown ? $"{Environment.NewLine}  and {differences.Count - MostShown} more" : string.Empty;
        throw JournalFault.Changed(path, string.Join(Environment.NewLine, differences.Take(MostShown).Select(line => "  " + line)) + more);
    }

    private static IEnumerable<string> Differences(JournalContent journal, PurchasePlan plan)
    {
        if (journal.Header!.GroupBy != plan.GroupBy.ToString())
        {
            yield return $"-GroupBy: {journal.Header.GroupBy} in the journal, {plan.GroupBy} in the plan";
        }

        if (!journal.IsPlanned)
        {
            yield return $"{journal.Header.Rows} rows in the journal, {plan.Rows.Count} in the plan; the journal does not have the rows themselves yet, and nothing was bought with it: it can be deleted, with the .lock file beside it";
            yield break;
        }

        Dictionary<string, JournalRow> before = journal.Carts.SelectMany(cart => cart.Rows).ToDictionary(row => row.Reference, row => row.Planned, StringComparer.Ordinal);
        foreach (PurchasePlanRow row in plan.Rows)
        {
            if (!before.TryGetValue(row.Reference, out JournalRow? planned))
            {
                yield return $"{row}: it is not in the journal";
                continue;
            }

            before.Remove(row.Reference);
            IReadOnlyList<string> members = PlanWish.Difference(planned.Wish, row.Wish);
            if (members.Count > 0)
            {
                yield return $"{row}: {string.Join("; ", members)}";
            }
            else if (planned.RowNumber != row.RowNumber)
            {
                yield return $"{row}: it was row {planned.RowNumber}";
            }
        }

        foreach (JournalRow row in before.Values)
        {
            yield return $"row {row.RowNumber} ({row.Reference}): it is in the journal and not in the plan";
        }
    }
}
