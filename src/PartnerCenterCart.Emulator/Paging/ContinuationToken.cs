using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Where a seek list goes on: short-lived, bound to its query, with the characters that clients must not touch (behaviours.md section 5).</summary>
internal static class ContinuationToken
{
    public const string Header = "MS-ContinuationToken";

    private const char Separator = ',';

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public static string Make(int position, string query, OperationContext context)
    {
        string text = position.ToString(CultureInfo.InvariantCulture) + Separator + (context.Now + Life).UtcTicks.ToString(CultureInfo.InvariantCulture);
        string token = text + Separator + Seal(text, query) + "/";
        return token.PadRight(Math.Max(0, context.Settings.TokenLength - 1), 'A') + "=";
    }

    /// <summary>The position that a token stands for; a token of another query, an old one or an invented one is refused.</summary>
    public static int Read(string? token, string query, OperationContext context)
    {
        string[] parts = (token ?? string.Empty).Split(Separator);
        bool good = parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int position)
            && position >= 0
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long end)
            && end >= context.Now.UtcTicks
            && parts[2].StartsWith(Seal(parts[0] + Separator + parts[1], query) + "/", StringComparison.Ordinal)
            && parts[2].EndsWith("=", StringComparison.Ordinal);
        return good
            ? int.Parse(parts[0], CultureInfo.InvariantCulture)
            : throw new ServiceFault("3000", "The " + Header + " is missing, has expired, or belongs to another query.");
    }

    private static string Seal(string text, string query) => StableHash.Of(text + " " + query.ToUpperInvariant()).ToString("x16", CultureInfo.InvariantCulture);
}
