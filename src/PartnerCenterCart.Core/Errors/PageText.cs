using System;
using System.Text;

namespace PartnerCenterCart;

/// <summary>The words of an HTML page, for messages. One pass, whatever the page: it can be a proxy's, and of any length.</summary>
internal static class PageText
{
    public static string Of(string page)
    {
        var words = new StringBuilder(Math.Min(page.Length, 4096));
        int position = 0;
        while (position < page.Length)
        {
            int tag = page.IndexOf('<', position);
            int end = tag < 0 ? page.Length : tag;
            words.Append(page, position, end - position).Append(' ');
            position = tag < 0 ? page.Length : AfterTag(page, tag);
        }

        string plain = System.Net.WebUtility.HtmlDecode(words.ToString());
        return string.Join(" ", plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int AfterTag(string page, int tag)
    {
        foreach (string silent in new[] { "script", "style" })
        {
            if (string.Compare(page, tag + 1, silent, 0, silent.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                int close = page.IndexOf("</" + silent, tag, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? page.Length : After(page, close);
            }
        }

        return After(page, tag);
    }

    private static int After(string page, int tag)
    {
        int end = page.IndexOf('>', tag);
        return end < 0 ? page.Length : end + 1;
    }
}
