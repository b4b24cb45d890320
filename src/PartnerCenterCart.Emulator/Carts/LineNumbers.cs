using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Line ids: add-ons continue the numbering of their base line (models.md CartLineItem.id).</summary>
internal static class LineNumbers
{
    /// <summary>
    /// Keeps the ids that were sent, as long as they are distinct, so that lines stay recognisable over updates. A missing or
    /// repeated id (clients whose id is a plain int send 0 for every line) gets the next free number.
    /// </summary>
    public static IReadOnlyList<CartLine> Assign(IReadOnlyList<CartLine> lines)
    {
        var sent = new HashSet<int>(lines.SelectMany(line => line.WithAddOns()).Select(line => line.Id).OfType<int>().Where(id => id >= 0));
        var taken = new HashSet<int>();
        int next = 0;

        int Number(int? id)
        {
            if (id is >= 0 && taken.Add(id.Value))
            {
                return id.Value;
            }

            while (sent.Contains(next) || taken.Contains(next))
            {
                next++;
            }

            taken.Add(next);
            return next;
        }

        var numbered = new List<CartLine>(lines.Count);
        foreach (CartLine line in lines)
        {
            int id = Number(line.Id);
            numbered.Add(line with
            {
                Id = id,
                AddonItems = line.AddonItems?.Select(addOn => addOn with { Id = Number(addOn.Id) }).ToList(),
            });
        }

        return numbered;
    }
}
