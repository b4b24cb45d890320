using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace PartnerCenterCart.Commands;

/// <summary>Dates as users write them; without an offset they are UTC, as the service means them, not local time.</summary>
internal static class DateBinder
{
    private static readonly Regex Iso = new("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]|$)", RegexOptions.CultureInvariant);

    public static DateTimeOffset? Read(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date),

        // What came through a job or a remote session.
        PSObject remote when remote.Properties["UtcDateTime"]?.Value is DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        // Year first: 06.07.2027 is another day in another country.
        string text when Iso.IsMatch(text.Trim()) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) => date,
        _ => null,
    };
}
