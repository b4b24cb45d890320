using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Explains the last errors of the module, newest first: kind, service code, meaning, remedy, and the ids that support asks for.
/// It sends nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "PartnerError")]
[OutputType(typeof(PartnerErrorReport))]
public sealed class ResolvePartnerError : PartnerInputCmdlet
{
    private readonly ErrorCatalog catalog = new();

    /// <summary>Errors to explain; those of the session when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Error", "Record")]
    public PSObject[]? ErrorRecord { get; set; }

    /// <summary>How many at most.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    private protected override void Process()
    {
        IEnumerable<object?> errors = MyInvocation.BoundParameters.ContainsKey(nameof(ErrorRecord))
            ? (ErrorRecord ?? Array.Empty<PSObject>()).Select(item => item?.BaseObject)
            : OfSession();
        foreach (PartnerErrorReport report in errors.Select(Explain).OfType<PartnerErrorReport>().Take(Last))
        {
            WriteObject(report);
        }
    }

    // An error that ends a script is there twice: as the exception that ended it, and as the record.
    private List<object?> OfSession()
    {
        var seen = new HashSet<PartnerException>();
        IEnumerable session = SessionState.PSVariable.GetValue("global:Error") as IEnumerable ?? Array.Empty<object>();
        return session.Cast<object?>().Where(error => Failure(error) is { } failure && seen.Add(failure)).ToList();
    }

    private PartnerErrorReport? Explain(object? error)
    {
        if (Failure(error) is not { } failure)
        {
            return null;
        }

        PartnerErrorReport report = catalog.Explain(failure);
        ErrorRecord? record = error as ErrorRecord ?? (error as IContainsErrorRecord)?.ErrorRecord;
        if (record?.InvocationInfo is { MyCommand: { } command } place)
        {
            report.Command = place.ScriptLineNumber > 0 ? $"{command.Name} (line {place.ScriptLineNumber})" : command.Name;
        }

        return report;
    }

    private static PartnerException? Failure(object? error)
    {
        Exception? exception = error switch
        {
            ErrorRecord record => record.Exception,
            IContainsErrorRecord { ErrorRecord: { } inner } => inner.Exception,
            Exception thrown => thrown,
            _ => null,
        };
        for (Exception? e = exception; e != null; e = e.InnerException)
        {
            if (e is PartnerException failure)
            {
                return failure;
            }
        }

        return null;
    }
}
