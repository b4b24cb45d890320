using System;
using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>Takes secrets out of text that a person may see.</summary>
internal static class Redaction
{
    private const string Mask = "***";

    // A bearer token or a JSON web token anywhere, a query that is signed, and the members that hold secrets.
    private static readonly Regex Secrets = new(
        "(?<=\\?)[^\\s\"'?]*\\bsig=[^\\s\"']*|(?<=\\bBearer\\s+)[A-Za-z0-9._~+/=-]+|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*|(?<=\"(?:access_token|refresh_token|id_token|client_secret|client_assertion|password|sasToken)\"\\s*:\\s*\")(?:\\\\.|[^\"\\\\])*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(2));

    // What each of them has in it: a page of megabytes without any is not searched letter by letter.
    private static readonly string[] Marks = { "Bearer", "eyJ", "_token", "client_", "password", "sasToken", "sig=" };

    public static string Apply(string text)
    {
        if (!Array.Exists(Marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return text;
        }

        try
        {
            return Secrets.Replace(text, Mask);
        }
        catch (RegexMatchTimeoutException)
        {
            // Rather nothing than a secret.
            return "(" + text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " characters, not shown)";
        }
    }
}
