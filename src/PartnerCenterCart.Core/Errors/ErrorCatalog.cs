using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>
/// The tables of docs/errors.md, which travel inside this assembly: what each kind and each code of the service means, without a
/// network.
/// </summary>
public sealed class ErrorCatalog
{
    private static readonly Regex Cell = new("(?<!\\\\)\\|", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string[]> kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string[]> codes = new();

    /// <summary>Reads the tables.</summary>
    public ErrorCatalog()
    {
        using Stream page = typeof(ErrorCatalog).Assembly.GetManifestResourceStream("errors.md")!;
        using var reader = new StreamReader(page);
        string section = string.Empty;
        while (reader.ReadLine() is { } line)
        {
            section = line.StartsWith("## ", StringComparison.Ordinal) ? line.Substring(3).Trim() : section;
            string[] cells = line.StartsWith("|", StringComparison.Ordinal) ? Cell.Split(line).Skip(1).Select(cell => cell.Trim()).ToArray() : Array.Empty<string>();
            if (section == "Kinds" && cells.Length >= 3)
            {
                kinds[cells[0].Trim('`')] = cells;
            }
            else if (section == "Service codes" && cells.Length >= 4)
            {
                codes.Add(cells);
            }
        }
    }

    /// <summary>When a kind occurs; null for one that is not in the page.</summary>
    public string? MeaningOf(PartnerErrorKind kind) => kinds.TryGetValue(kind.ToString(), out string[]? cells) ? cells[1] : null;

    /// <summary>What to do about a kind.</summary>
    public string? RemedyOf(PartnerErrorKind kind) => kinds.TryGetValue(kind.ToString(), out string[]? cells) ? cells[2] : null;

    /// <summary>What a code of the service means; some mean two things, by the HTTP status. Null for one that is not documented.</summary>
    public string? MeaningOf(string? serviceCode, int? status = null) => Row(serviceCode, status)?[2];

    /// <summary>Whether the same request can work later; null where that is not known.</summary>
    public string? RetryOf(string? serviceCode, int? status = null) => Row(serviceCode, status)?[3];

    /// <summary>Everything that is known of a failure.</summary>
    public PartnerErrorReport Explain(PartnerException failure)
    {
        if (failure == null)
        {
            throw new ArgumentNullException(nameof(failure));
        }

        string? meaning = MeaningOf(failure.ServiceCode, failure.StatusCode) ?? MeaningOf(failure.Kind);
        string? remedy = failure.RecommendedAction ?? ServiceCodes.Remedy(failure.ServiceCode, failure.StatusCode ?? 0, failure.Operation ?? string.Empty) ?? RemedyOf(failure.Kind);
        return new PartnerErrorReport(failure, meaning, remedy, RetryOf(failure.ServiceCode, failure.StatusCode));
    }

    private string[]? Row(string? serviceCode, int? status)
    {
        List<string[]> rows = codes.Where(cells => cells[0] == serviceCode).ToList();
        return rows.FirstOrDefault(cells => cells[1] == status?.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? rows.FirstOrDefault();
    }
}
