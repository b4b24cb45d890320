namespace PartnerCenterCart;

/// <summary>What is wrong with a row of a plan, or with the plan as a whole.</summary>
public sealed class PurchasePlanProblem
{
    internal PurchasePlanProblem(FindingSeverity severity, string ruleId, string message, string? recommendation, PurchasePlanRow? row)
        : this(severity, ruleId, message, recommendation, row?.RowNumber, row?.Reference) => CatalogItemId = row?.CatalogItemId;

    internal PurchasePlanProblem(FindingSeverity severity, string ruleId, string message, string? recommendation, int? rowNumber, string? reference)
    {
        Severity = severity;
        RuleId = ruleId;
        Message = message;
        Recommendation = recommendation;
        RowNumber = rowNumber;
        Reference = reference;
    }

    /// <summary>An error keeps the plan from being bought.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Row, from 1; null for the plan as a whole.</summary>
    public int? RowNumber { get; }

    /// <summary>Reference of the row.</summary>
    public string? Reference { get; }

    /// <summary>The rule that found it; docs/rules.md explains each.</summary>
    public string RuleId { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do.</summary>
    public string? Recommendation { get; }

    /// <summary>The item of the row, where it was known.</summary>
    public string? CatalogItemId { get; }

    /// <summary>The member that cannot be read; null for any other problem.</summary>
    internal string? Member { get; init; }

    /// <summary>Row, severity, rule and message in one line.</summary>
    public override string ToString() => $"{Where}: {Severity} {RuleId}: {Message}";

    /// <summary>The row in words.</summary>
    internal string Where => RowNumber == null ? "the plan" : "row " + RowNumber.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + (Reference == null || Reference == "row " + RowNumber ? string.Empty : $" ({Reference})");
}
