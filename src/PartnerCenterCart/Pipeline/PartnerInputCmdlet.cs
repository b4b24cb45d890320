using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet whose failures are one error record for one input; the others go on.</summary>
public abstract class PartnerInputCmdlet : PSCmdlet
{
    /// <summary>What an error record of the current input names as its target.</summary>
    private protected virtual object? Target => null;

    /// <summary>Handles one input.</summary>
    protected sealed override void ProcessRecord() => Guarded(Process);

    /// <summary>Handles what is left when all input is in.</summary>
    protected sealed override void EndProcessing() => Guarded(Finish);

    /// <summary>One input; a <see cref="PartnerException"/> becomes its error record.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>After the last input.</summary>
    private protected virtual void Finish()
    {
    }

    /// <summary>Runs a step; its failure becomes an error record and the pipeline goes on.</summary>
    private protected void Guarded(System.Action step)
    {
        try
        {
            step();
        }
        catch (PartnerException e)
        {
            WriteError(ErrorRecords.From(e, Target));
        }
    }

    /// <summary>Ends the command: ThrowTerminatingError never returns, the return type lets callers throw.</summary>
    private protected PartnerException Terminating(PartnerException exception)
    {
        ThrowTerminatingError(ErrorRecords.From(exception, Target));
        return exception;
    }

    /// <summary>
    /// A verbose line, when one is wanted: with -Debug alone PowerShell turns WriteVerbose into a question, and a runbook
    /// that nobody can answer would end after the purchase and before its result.
    /// </summary>
    private protected void Say(string text)
    {
        if (IsWanted("Verbose", "VerbosePreference"))
        {
            WriteVerbose(text);
        }
    }

    /// <summary>Whether a common parameter or its preference variable asks for a stream.</summary>
    private protected bool IsWanted(string parameter, string preference)
    {
        if (MyInvocation.BoundParameters.TryGetValue(parameter, out object? bound))
        {
            return LanguagePrimitives.IsTrue(bound);
        }

        object? value = GetVariableValue(preference);
        return value switch
        {
            null => false,
            ActionPreference action => action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore),
            string text => System.Enum.TryParse(text, ignoreCase: true, out ActionPreference action) && action != ActionPreference.SilentlyContinue,
            _ => LanguagePrimitives.IsTrue(value),
        };
    }
}
