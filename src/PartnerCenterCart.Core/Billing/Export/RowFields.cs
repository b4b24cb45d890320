using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The columns of a typed row as the fields of a text, whatever the culture.</summary>
internal sealed class RowFields
{
    private readonly ExportColumns columns;
    private readonly bool safeForSpreadsheet;
    private readonly string?[] fields;
    private readonly Dictionary<Type, (RowColumn Column, int Place)[]> places = new();

    public RowFields(ExportColumns columns, bool safeForSpreadsheet)
    {
        this.columns = columns;
        this.safeForSpreadsheet = safeForSpreadsheet;
        fields = new string?[columns.Names.Count];
    }

    /// <summary>Valid until the next call.</summary>
    public string?[] Of(InvoiceLineItem row)
    {
        Array.Clear(fields, 0, fields.Length);
        foreach ((RowColumn column, int place) in PlacesOf(row.GetType()))
        {
            fields[place] = Text(row, column);
        }

        Fill(nameof(InvoiceLineItem.InvoiceLineItemType), row.LineItemType);
        Fill(nameof(InvoiceLineItem.BillingProvider), row.Provider);
        if (row.HasUnknown)
        {
            AddUnknown(row);
        }

        for (int i = 0; safeForSpreadsheet && i < fields.Length; i++)
        {
            fields[i] = SpreadsheetGuard.Apply(fields[i]);
        }

        return fields;
    }

    private (RowColumn Column, int Place)[] PlacesOf(Type type)
    {
        if (!places.TryGetValue(type, out (RowColumn Column, int Place)[]? found))
        {
            places[type] = found = RowSchema.Of(type).Columns.Select(column => (column, columns.PlaceOf(column.Name))).Where(pair => pair.Item2 >= 0).ToArray();
        }

        return found;
    }

    private void Fill(string column, string? value)
    {
        int place = columns.PlaceOf(column);
        if (place >= 0 && string.IsNullOrEmpty(fields[place]))
        {
            fields[place] = value;
        }
    }

    private void AddUnknown(InvoiceLineItem row)
    {
        var rest = new Dictionary<string, object?>();
        foreach (KeyValuePair<string, object?> member in row.AdditionalProperties)
        {
            int place = columns.PlaceOf(member.Key);
            if (place >= 0)
            {
                fields[place] = member.Value as string ?? (member.Value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : member.Value == null ? null : PartnerJson.WriteText(member.Value));
            }
            else
            {
                rest[member.Key] = member.Value;
            }
        }

        if (rest.Count > 0 && columns.AdditionalPlace >= 0)
        {
            fields[columns.AdditionalPlace] = PartnerJson.WriteText(rest);
        }
    }

    private static string? Text(InvoiceLineItem row, RowColumn column) => column switch
    {
        TextColumn text => text.Value(row),
        NumberColumn number => number.Value(row)?.ToString(CultureInfo.InvariantCulture),
        WholeColumn whole => whole.Value(row)?.ToString(CultureInfo.InvariantCulture),
        DateColumn date => date.Value(row) is { } value ? WireDate.Write(value) : null,
        FlagColumn flag => flag.Value(row) is { } yes ? (yes ? "true" : "false") : null,
        _ => column.Get(row) is { } other ? PartnerJson.WriteText(other) : null,
    };
}
