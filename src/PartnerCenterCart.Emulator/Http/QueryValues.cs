using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Query values by name. Case and underscores do not matter: the sources spell include_price and includePrice (behaviours.md section 13).</summary>
internal sealed class QueryValues
{
    // Links that the service writes can carry a second '?' where '&' belongs (behaviours.md section 3).
    public static readonly char[] Separators = { '&', '?' };

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public QueryValues(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        foreach (string pair in text!.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? pair : pair.Substring(0, equals);
            string value = equals < 0 ? string.Empty : pair.Substring(equals + 1);
            values[Plain(Unescape(name))] = Unescape(value);
        }
    }

    /// <summary>The value, or null when it is missing or empty.</summary>
    public string? this[string name] => values.TryGetValue(Plain(name), out string? value) && value.Length > 0 ? value : null;

    public bool Flag(string name) => bool.TryParse(this[name], out bool value) && value;

    private static string Plain(string name) => name.Replace("_", string.Empty);

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
