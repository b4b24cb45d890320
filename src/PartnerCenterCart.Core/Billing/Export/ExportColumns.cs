using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>The columns of an exported file, in their order, and where a member of a row goes.</summary>
internal sealed class ExportColumns
{
    /// <summary>The last column: a JSON object of what has no column of its own.</summary>
    public const string Additional = "AdditionalProperties";

    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    public ExportColumns(IEnumerable<string> names)
    {
        Names = names.ToArray();
        for (int i = 0; i < Names.Count; i++)
        {
            places[Names[i]] = i;
        }

        AdditionalPlace = PlaceOf(Additional);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>-1 where there is no such column.</summary>
    public int AdditionalPlace { get; }

    /// <summary>-1 for a member without a column.</summary>
    public int PlaceOf(string member) => places.TryGetValue(member, out int place) ? place : -1;
}
