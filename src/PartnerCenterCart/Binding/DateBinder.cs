using System;
using System.Globalization;

namespace PartnerCenterCart.Commands;

/// <summary>Dates as users write them; without an offset they are UTC, as the service means them, not local time.</summary>
internal static class DateBinder
{
    public static DateTimeOffset? Read(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) => date,
        _ => null,
    };
}
