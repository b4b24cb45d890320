using System;
using System.Globalization;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Values of rows of any origin: typed ones, JSON, a text that was exported before. Culture-free.</summary>
internal static class FieldValue
{
    public static string? Text(object? value)
    {
        string? text = value switch
        {
            null => null,
            string s => SpreadsheetGuard.Undo(s.Trim()),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static decimal? Number(object? value) => value switch
    {
        null => null,
        decimal number => number,
        int or long or short or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e27 => (decimal)number,
        _ => decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
    };

    public static DateTimeOffset? Date(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date),
        _ => Text(value) is { } text ? WireDate.Read(text) : null,
    };
}
