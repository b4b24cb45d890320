using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Links between pages, right or as the service sometimes writes them (behaviours.md section 3).</summary>
internal static class PageLink
{
    /// <summary>Path and query of the request, relative to the version root, without the values that only choose a page.</summary>
    public static string Self(OperationContext context, params string[] without)
    {
        string path = "/" + string.Join("/", context.Target.Segments.Skip(1).Select(Uri.EscapeDataString)).Replace("%3A", ":");
        string query = string.Join("&", (context.Target.QueryText ?? string.Empty)
            .Split(QueryValues.Separators, StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !without.Contains(pair.Split('=')[0], StringComparer.OrdinalIgnoreCase)));
        return query.Length == 0 ? path : path + "?" + query;
    }

    public static string Next(OperationContext context, string self, string page)
    {
        if (!context.Settings.MalformedLinks)
        {
            return self + (self.IndexOf('?') < 0 ? "?" : "&") + page;
        }

        // A second '?' where '&' belongs, and a double slash after the version.
        string path = self.StartsWith("/v1/", StringComparison.Ordinal) ? self.Substring(3) : self;
        return "/v1/" + path + "?" + page;
    }
}
