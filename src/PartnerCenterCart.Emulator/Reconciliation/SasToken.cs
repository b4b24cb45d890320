using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>A shared access signature in the form of storage's: a query that opens the files of one manifest for a time.</summary>
internal static class SasToken
{
    /// <summary>The value that must not be logged.</summary>
    public const string Signature = "sig";

    private const string Expiry = "se";

    public static string Make(string manifestId, DateTimeOffset now, double seconds)
    {
        string end = now.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return "sv=2021-08-06&" + Expiry + "=" + Uri.EscapeDataString(end) + "&sr=d&sp=rl&sdd=3&" + Signature + "=" + Uri.EscapeDataString(Sign(manifestId, end));
    }

    public static bool Opens(string manifestId, QueryValues query, DateTimeOffset now) =>
        query[Expiry] is { } end && query[Signature] is { } signature && signature == Sign(manifestId, end) && Timestamp.TryParse(end, out DateTimeOffset until) && now < until;

    // No secret: whoever runs the emulator may open everything in it.
    private static string Sign(string manifestId, string end)
    {
        byte[] bytes = new byte[32];
        for (int part = 0; part < 4; part++)
        {
            BitConverter.GetBytes(StableHash.Of(manifestId.ToUpperInvariant() + "/" + end + "/" + part.ToString(CultureInfo.InvariantCulture))).CopyTo(bytes, part * 8);
        }

        return Convert.ToBase64String(bytes);
    }
}
