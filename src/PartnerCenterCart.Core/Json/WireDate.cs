using System;
using System.Globalization;

namespace PartnerCenterCart.Json;

/// <summary>The date forms of the service (contract: models.md, section 0).</summary>
internal static class WireDate
{
    /// <summary>Null for text that is no date and for the year 1, which the service uses for "no date".</summary>
    public static DateTimeOffset? Read(string text)
    {
        // Published bodies hold blanks inside the time: "2015-11-25T06: 41: 12Z".
        string compact = text.Replace(" ", string.Empty);
        bool read = DateTimeOffset.TryParse(compact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
        return read && date.UtcDateTime.Year > 1 ? date : null;
    }

    public static string Write(DateTimeOffset date) => date.Offset == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
