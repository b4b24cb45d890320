using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PartnerCenterCart;

/// <summary>
/// An open enumeration of the service: the values that are documented, each with its number and preferred text.
/// Unknown text is nobody's error: it is kept and shown as it came (contract: models.md, section 0).
/// </summary>
public sealed class KnownText
{
    private readonly Dictionary<string, Entry> byKey = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = new();

    internal KnownText(params (int Number, string Text, string Name)[] values)
    {
        foreach ((int number, string text, string name) in values)
        {
            var entry = new Entry(number, text, name);
            entries.Add(entry);
            byKey[Key(text)] = entry;
            byKey[Key(name)] = entry;
            byKey[number.ToString(System.Globalization.CultureInfo.InvariantCulture)] = entry;
        }
    }

    /// <summary>The documented texts, as the service prefers them.</summary>
    public IReadOnlyList<string> Texts => entries.Select(e => e.Text).ToList();

    /// <summary>
    /// The preferred text of a documented value in any spelling: <c>OneTime</c>, <c>one-time</c>, <c>ONE_TIME</c> and
    /// <c>4</c> are <c>one_time</c>. Null for a value that is not documented.
    /// </summary>
    public string? Normalize(string? value) => value != null && byKey.TryGetValue(Key(value), out Entry entry) ? entry.Text : null;

    /// <summary>Number of a documented value; null for any other.</summary>
    public int? NumberOf(string? value) => value != null && byKey.TryGetValue(Key(value), out Entry entry) ? entry.Number : null;

    /// <summary>Documented name of a value, such as <c>OneTime</c>; null for any other.</summary>
    public string? NameOf(string? value) => value != null && byKey.TryGetValue(Key(value), out Entry entry) ? entry.Name : null;

    /// <summary>Whether two texts mean the same: case, blanks, hyphens and underscores do not count, documented numbers do.</summary>
    public bool Same(string? left, string? right) =>
        string.Equals(Normalize(left) ?? Key(left ?? string.Empty), Normalize(right) ?? Key(right ?? string.Empty), StringComparison.Ordinal);

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            // A hyphen in front is a sign, and no documented number has one.
            if (c is not ('_' or '-' or ' ') || (c == '-' && key.Length == 0))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    private readonly struct Entry
    {
        public Entry(int number, string text, string name)
        {
            Number = number;
            Text = text;
            Name = name;
        }

        public int Number { get; }

        public string Text { get; }

        public string Name { get; }
    }
}
