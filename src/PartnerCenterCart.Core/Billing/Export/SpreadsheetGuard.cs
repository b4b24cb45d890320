using System.Globalization;

namespace PartnerCenterCart;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula: what begins like one gets an apostrophe in front, as spreadsheets write it
/// themselves. Numbers stay numbers, a credit of -12.50 too.
/// </summary>
internal static class SpreadsheetGuard
{
    public static string? Apply(string? text) =>
        text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;

    /// <summary>Takes off what <see cref="Apply"/> has put on.</summary>
    public static string Undo(string text) =>
        text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? text.Substring(1) : text;
}
