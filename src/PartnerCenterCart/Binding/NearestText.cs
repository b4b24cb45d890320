using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>What somebody may have meant.</summary>
internal static class NearestText
{
    private const int Most = 5;
    private static readonly char[] Between = { ' ', '*', '?', ',', '-', '(', ')' };

    /// <summary>Texts that share words with what was written, or are a few letters away; the nearest first.</summary>
    public static IEnumerable<string> Of(string written, IEnumerable<string> texts)
    {
        string[] words = Words(written);
        return texts.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(text => (Text: text, Shared: Words(text).Intersect(words).Count(), Distance: Distance(text.ToLowerInvariant(), written.ToLowerInvariant())))
            .Where(candidate => candidate.Shared > 0 || candidate.Distance <= 3)
            .OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.Distance)
            .Take(Most)
            .Select(candidate => candidate.Text);
    }

    /// <summary>How many letters have to be changed, added or taken away to get from one to the other.</summary>
    public static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
