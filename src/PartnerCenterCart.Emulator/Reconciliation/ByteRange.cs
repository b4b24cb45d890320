using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>The one range that a download asks for.</summary>
/// <param name="First">From 0.</param>
/// <param name="Last">The last byte itself; null for all that follow.</param>
internal sealed record ByteRange(long First, long? Last)
{
    private const string Unit = "bytes=";

    /// <summary>Null for none, and for forms that storage does not know either: several ranges, and the last so many bytes.</summary>
    public static ByteRange? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string[] ends = text.Substring(Unit.Length).Split('-');
        if (ends.Length != 2 || !Number(ends[0], out long first))
        {
            return null;
        }

        return ends[1].Length == 0 ? new ByteRange(first, null) : Number(ends[1], out long last) && last >= first ? new ByteRange(first, last) : null;
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
