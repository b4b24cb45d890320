using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The rules that are set, in order; the first that fits a request takes it.</summary>
internal sealed class FaultBook
{
    private readonly object gate = new();
    private readonly List<(FaultRule Rule, int Left, long Seen)> rules = [];
    private int added;

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate)
            {
                return rules.Select(entry => entry.Rule with { Times = entry.Left }).ToList();
            }
        }
    }

    public FaultRule Add(FaultRule rule)
    {
        lock (gate)
        {
            added++;
            FaultRule named = rule with { Id = added.ToString(CultureInfo.InvariantCulture) };
            rules.Add((named, named.Times, 0));
            return named;
        }
    }

    public FaultRule? Take(string? operation)
    {
        lock (gate)
        {
            for (int index = 0; index < rules.Count; index++)
            {
                var (rule, left, seen) = rules[index];
                if (rule.Operation != FaultRule.Any && rule.Operation != operation)
                {
                    continue;
                }

                rules[index] = (rule, left, seen + 1);
                if (rule.Chance is { } chance && FaultDice.Throw(rule.Seed, seen) >= chance)
                {
                    continue;
                }

                if (left == 1)
                {
                    rules.RemoveAt(index);
                }
                else if (left > 1)
                {
                    rules[index] = (rule, left - 1, seen + 1);
                }

                return rule;
            }

            return null;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }
}
