using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The tables of docs/reliability.md.</summary>
internal static class ReliabilityPage
{
    /// <summary>The cells of the table under a heading, without its head.</summary>
    public static IReadOnlyList<string[]> Rows(string heading)
    {
        string[] section = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "reliability.md"))
            .SkipWhile(line => line != "## " + heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .ToArray();
        string[][] table = section.Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
        return table.Length > 2 ? table[2..] : throw new InvalidOperationException($"docs/reliability.md has no table under '{heading}'.");
    }
}
