using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

internal static class Timestamp
{
    /// <summary>Seven fraction digits and a Z, as in the published bodies.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>Reads every date form of models.md section 0; no offset means UTC.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        string compact = (text ?? string.Empty).Replace(" ", string.Empty);
        return DateTimeOffset.TryParse(compact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }
}
