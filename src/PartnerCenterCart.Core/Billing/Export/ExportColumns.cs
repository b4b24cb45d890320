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

    /// <summary>
    /// The columns of the kinds of rows that the sources have: fixed before the first row comes, so that the file needs no memory, and
    /// so that a new column of the service does not move the others. Each kind's own columns first, what all share last.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput: an empty name among those that were chosen.</exception>
    public static ExportColumns Of(IEnumerable<InvoiceLineItemSource> sources, IReadOnlyList<string> chosen)
    {
        List<RowColumn> known = sources.Select(source => RowKind.Of(source) ?? typeof(InvoiceLineItem)).Distinct().SelectMany(kind => RowSchema.Of(kind).Columns)
            .Where(column => column.Name != nameof(InvoiceLineItem.Attributes)).ToList();
        List<string> shared = RowSchema.Of(typeof(InvoiceLineItem)).Columns.Select(column => column.Name).ToList();
        if (chosen.Any(string.IsNullOrWhiteSpace))
        {
            throw PartnerException.InvalidInput("The name of a column is empty.");
        }

        IEnumerable<string> names = chosen.Count > 0
            ? chosen.Select(name => name.Trim())
            : known.Select(column => column.Name).OrderBy(name => shared.Contains(name) ? 1 : 0).Append(Additional);
        var columns = new ExportColumns(names.Distinct(StringComparer.OrdinalIgnoreCase));
        foreach (RowColumn column in known.Where(column => column.Alias != null))
        {
            columns.AddAlias(column.Alias!, column.Name);
        }

        return columns;
    }

    /// <summary>-1 for a member without a column.</summary>
    public int PlaceOf(string member) => places.TryGetValue(member, out int place) ? place : -1;

    private void AddAlias(string alias, string name)
    {
        if (!places.ContainsKey(alias) && places.TryGetValue(name, out int place))
        {
            places[alias] = place;
        }
    }
}
