using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The rules that are set, in order; the first that fits a request takes it.</summary>
internal sealed class FaultBook
{
    private readonly object gate = new();
    private readonly List<(FaultRule Rule, int Left)> rules = [];
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
            rules.Add((named, named.Times));
            return named;
        }
    }

    public FaultRule? Take(string? operation)
    {
        lock (gate)
        {
            int index = rules.FindIndex(entry => entry.Rule.Operation == FaultRule.Any || entry.Rule.Operation == operation);
            if (index < 0)
            {
                return null;
            }

            var (rule, left) = rules[index];
            if (left == 1)
            {
                rules.RemoveAt(index);
            }
            else if (left > 1)
            {
                rules[index] = (rule, left - 1);
            }

            return rule;
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
