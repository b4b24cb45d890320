using System;
using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A line of JSON on its way to a row of text: values go to their columns without an object in between.</summary>
internal sealed class DelimitedJsonRow : JsonRow
{
    private readonly ExportColumns columns;
    private readonly bool safeForSpreadsheet;
    private readonly string?[] values;

    // Rows have their members in the same order, so that the name which comes next is nearly always known.
    private readonly string?[] expectedNames = new string?[512];
    private readonly int[] expectedPlaces = new int[512];
    private readonly StringBuilder additional = new();
    private int member;

    public DelimitedJsonRow(ExportColumns columns, bool safeForSpreadsheet)
    {
        this.columns = columns;
        this.safeForSpreadsheet = safeForSpreadsheet;
        values = new string?[columns.Names.Count];
    }

    public override void Read(JsonTextReader json)
    {
        Array.Clear(values, 0, values.Length);
        additional.Clear();
        member = 0;
        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            string name = (string)json.Value!;
            if (json.Read())
            {
                Take(name, json);
            }
        }
    }

    /// <summary>Sets a column that the line itself does not fill.</summary>
    public void Fill(int place, string? value)
    {
        if (place >= 0 && string.IsNullOrEmpty(values[place]))
        {
            values[place] = value;
        }
    }

    public void Write(IDelimitedWriter writer)
    {
        if (additional.Length > 0)
        {
            values[columns.AdditionalPlace] = additional.Append('}').ToString();
        }

        if (safeForSpreadsheet)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = SpreadsheetGuard.Apply(values[i]);
            }
        }

        writer.Write(values);
    }

    private void Take(string name, JsonTextReader value)
    {
        int place = PlaceOf(name);
        if (place >= 0)
        {
            values[place] = Text(value);
        }
        else if (columns.AdditionalPlace >= 0)
        {
            Add(name, value);
        }
        else
        {
            value.Skip();
        }
    }

    private int PlaceOf(string name)
    {
        int at = member++;
        if (at >= expectedNames.Length)
        {
            return columns.PlaceOf(name);
        }

        if (!ReferenceEquals(expectedNames[at], name))
        {
            expectedNames[at] = name;
            expectedPlaces[at] = columns.PlaceOf(name);
        }

        return expectedPlaces[at];
    }

    // A value as the service wrote it; numbers with all their digits, whatever the culture.
    private static string? Text(JsonTextReader value)
    {
        switch (value.TokenType)
        {
            case JsonToken.String:
                return (string?)value.Value;
            case JsonToken.Null:
            case JsonToken.Undefined:
                return null;
            case JsonToken.Boolean:
                return (bool)value.Value! ? "true" : "false";
            case JsonToken.Integer:
            case JsonToken.Float:
                return value.Value is IFormattable number ? number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture) : null;
            default:
                return JsonText(value);
        }
    }

    private static string JsonText(JsonTextReader value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            writer.WriteToken(value, true);
        }

        return text.ToString();
    }

    private void Add(string name, JsonTextReader value)
    {
        additional.Append(additional.Length == 0 ? '{' : ',').Append(JsonConvert.ToString(name)).Append(':');

        // The library would write 438 as 438.0.
        additional.Append(value.Value is decimal number ? number.ToString(CultureInfo.InvariantCulture) : JsonText(value));
    }
}
