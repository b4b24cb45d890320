using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>How rows are written to a file.</summary>
public sealed class InvoiceLineItemExportOptions
{
    /// <summary>Replaces a file that exists.</summary>
    public bool Overwrite { get; set; }

    /// <summary>
    /// Comma-separated text alone: keeps a spreadsheet from taking a text for a formula, and begins the file with the mark by which it
    /// knows the encoding.
    /// </summary>
    public bool SafeForSpreadsheet { get; set; }

    /// <summary>
    /// Comma-separated text alone: these columns in this order, new ones of the service among them. None means all that are known, and
    /// behind them <c>AdditionalProperties</c>, a JSON object of what is not.
    /// </summary>
    public IReadOnlyList<string> Columns { get; set; } = Array.Empty<string>();

    /// <summary>Hears how far it is, in words and percent; called from any thread.</summary>
    public Action<string, int?>? Progress { get; set; }

    /// <summary>Hears of each row that is left out, from any thread, and is waited for; what it throws ends the export without a file.</summary>
    public Func<PartnerException, CancellationToken, Task>? RowFailed { get; set; }
}
