using System;
using System.Globalization;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Dates as users write them; without an offset they are UTC, as the service means them, not local time.</summary>
internal static class DateBinder
{
    public static DateTimeOffset? Read(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date),

        // What came through a job or a remote session.
        PSObject remote when remote.Properties["UtcDateTime"]?.Value is DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) => date,
        _ => null,
    };
}
