using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Buys what a plan holds and is not bought yet, and returns each row as it is done. Run again with the same journal, whatever ended
/// the last run, it buys nothing twice.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "PartnerPurchasePlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PurchasePlanRowStatus))]
public sealed class InvokePartnerPurchasePlan : PlanCmdlet
{
    // What is under way when Ctrl+C comes is cancelled; so long it may take to let go of the journal.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private const int RowsShown = 20;

    private object? target;

    /// <summary>The record of the purchases; a file that is made where there is none. Keep it until the plan is done.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string JournalPath { get; set; } = string.Empty;

    /// <summary>Buys what the catalogue sells now, where it moved since the plan was tested.</summary>
    [Parameter]
    public SwitchParameter AllowChangedCatalog { get; set; }

    /// <summary>Tries the rows once more that the service refused in an earlier run.</summary>
    [Parameter]
    public SwitchParameter RetryFailed { get; set; }

    /// <summary>How long to pause while the service is down, before the run ends; 0 does not pause.</summary>
    [Parameter]
    public TimeSpan MaximumPause { get; set; } = UsualPause;

    private protected override TimeSpan? Pause => MaximumPause;

    private protected override object? Target => target ?? base.Target;

    private protected override void Process()
    {
        target = null;
        PurchasePlan plan = Given;
        var options = new PlanRunOptions
        {
            JournalPath = SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath),
            ThrottleLimit = ThrottleLimit,
            AllowChangedCatalog = AllowChangedCatalog,
            RetryFailed = RetryFailed,
            OnlyReads = IsWanted("WhatIf", "WhatIfPreference"),
            Account = Context.Tenant == null ? Context.Endpoint.Host : $"{Context.Endpoint.Host}, tenant {Context.Tenant}",
        };
        PlanRun run = SendPosting((client, post, token) =>
        {
            options.Testing = (done, all) => post(() => ShowTesting(done, all));
            return PlanRun.PrepareAsync(client, plan, options, token);
        });
        Warn(run.Plan);
        int done = run.Plan.Rows.Count - run.Open.Count;
        if (run.Open.Count == 0)
        {
            WriteWarning($"All {done} rows are settled already; there is nothing to buy. Get-PartnerPurchasePlanStatus shows them.");
        }
        else if (ShouldProcess($"{Count(run.Open.Count)} for {Customers(run.Open)}", Question(run, done)))
        {
            Buy(run.Plan, options, run.Open.Count);
        }
    }

    private void Buy(PurchasePlan plan, PlanRunOptions options, int rows)
    {
        var states = new Dictionary<PlanRowState, int>();
        var watch = Stopwatch.StartNew();
        try
        {
            SendPosting(
                (client, post, token) =>
                {
                    options.Testing = null;
                    options.RowDone = row => post(() => Write(row, states, rows, watch.Elapsed));
                    return PlanRun.BuyAsync(client, plan, options, token);
                },
                LongestEnd);
        }
        catch (Exception e) when (e is not PartnerException { NothingWasDone: true })
        {
            target = null;
            TellWhatStands(options.JournalPath);
            throw;
        }

        target = null;
        WriteProgress(new ProgressRecord(2, "Buying", "Done") { RecordType = ProgressRecordType.Completed });
        Summarize(states);
    }

    private void Write(PurchasePlanRowStatus row, Dictionary<PlanRowState, int> states, int rows, TimeSpan elapsed)
    {
        states[row.State] = (states.TryGetValue(row.State, out int count) ? count : 0) + 1;
        ShowProgress(states.Values.Sum(), rows, elapsed);
        WriteObject(row);
        if (row.State != PlanRowState.Ordered)
        {
            target = row;
            WriteError(ErrorRecords.From(
                new PartnerException(row.ErrorKind ?? PartnerErrorKind.ServiceError, $"{Named(row)} {Said(row.State)}: {row.Message}") { ServiceCode = row.ErrorCode, RecommendedAction = row.RecommendedAction },
                row));
        }
    }

    private static string Named(PurchasePlanRowStatus row) =>
        $"Row {row.RowNumber}{(row.Reference == "row " + row.RowNumber ? string.Empty : $" ({row.Reference})")}";

    private static string Said(PlanRowState state) => state switch
    {
        PlanRowState.Failed => "was not bought",
        PlanRowState.OutcomeUnknown or PlanRowState.CheckingOut => "may or may not be bought",
        _ => "is not bought yet",
    };

    private void ShowProgress(int done, int rows, TimeSpan elapsed)
    {
        double rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        WriteProgress(new ProgressRecord(2, "Buying", string.Format(CultureInfo.InvariantCulture, "{0} of {1} rows, {2:0.0} a second", done, rows, rate))
        {
            PercentComplete = (int)(100L * Math.Min(done, rows) / rows),
            SecondsRemaining = (int)Math.Min(int.MaxValue, (rows - done) / rate),
        });
    }

    private void Summarize(Dictionary<PlanRowState, int> states)
    {
        string left = string.Join(", ", states.Where(state => state.Key is not (PlanRowState.Ordered or PlanRowState.Failed)).Select(state => $"{state.Value} {state.Key}"));
        if (left.Length > 0)
        {
            WriteWarning($"Not all rows are settled: {left}. Run the plan again with the same journal; nothing is bought twice.");
        }
    }

    // Rows that were done when the pipeline ended do not come out of it any more; the journal has them.
    private void TellWhatStands(string journal)
    {
        string states;
        try
        {
            states = string.Join(", ", PurchaseJournal.ReadStatus(journal).GroupBy(row => row.State).OrderBy(state => state.Key).Select(state => $"{state.Count()} {state.Key}"));
        }
        catch (PartnerException)
        {
            // Not begun, or nothing that can be read; what ended the run says so.
            return;
        }

        if (states.Length == 0)
        {
            return;
        }

        string text = $"The run has ended early; its rows now: {states}. Get-PartnerPurchasePlanStatus '{journal}' shows each. Run the plan again with the same journal; nothing is bought twice.";
        try
        {
            WriteWarning(text);
        }
        catch (PipelineStoppedException) when (IsWanted("WarningAction", "WarningPreference"))
        {
            // After Ctrl+C the pipeline takes nothing any more; the person is still there.
            Host?.UI?.WriteWarningLine(text);
        }
        catch (Exception e) when (e is PipelineStoppedException or ActionPreferenceStopException)
        {
            // What ended the run first is what counts.
        }
    }

    private void Warn(PurchasePlan plan)
    {
        foreach (PurchasePlanProblem problem in plan.Problems.Where(problem => problem.Severity == FindingSeverity.Warning))
        {
            WriteWarning(problem.ToString());
        }
    }

    private string Question(PlanRun run, int done)
    {
        string already = done == 0 ? string.Empty : $"; {done} rows are settled already";
        string question = $"Buy {string.Join("; ", PlanTotals.Of(run.Open))}{already}";
        if (!IsWanted("WhatIf", "WhatIfPreference"))
        {
            return question;
        }

        string more = run.Open.Count > RowsShown ? $"{Environment.NewLine}  and {run.Open.Count - RowsShown} more" : string.Empty;
        return question + string.Concat(run.Open.Take(RowsShown).Select(row => $"{Environment.NewLine}  {row}: {row.Line} for {row.CustomerName ?? row.CustomerId}")) + more;
    }

    private static string Customers(IReadOnlyList<PurchasePlanRow> rows)
    {
        int count = rows.Select(row => row.CustomerId).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return count == 1 ? rows[0].CustomerName ?? rows[0].CustomerId! : $"{count} customers";
    }

    private static string Count(int rows) => rows == 1 ? "1 purchase" : rows.ToString(CultureInfo.InvariantCulture) + " purchases";
}
