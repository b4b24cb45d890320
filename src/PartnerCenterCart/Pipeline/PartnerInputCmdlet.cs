using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet whose failures are one error record for one input; the others go on.</summary>
public abstract class PartnerInputCmdlet : PSCmdlet
{
    /// <summary>What an error record of the current input names as its target.</summary>
    private protected virtual object? Target => null;

    /// <summary>Handles one input.</summary>
    protected sealed override void ProcessRecord() => Settled(Process);

    /// <summary>Handles what is left when all input is in.</summary>
    protected sealed override void EndProcessing() => Settled(Finish);

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
            Fail(e, Target);
        }

        ThrowWhatIsDue();
    }

    /// <summary>Writes the failure of an input; the others go on.</summary>
    private protected virtual void Fail(PartnerException failure, object? target) => WriteError(ErrorRecords.From(failure, target));

    /// <summary>The pipeline ends by an exception; what must not get lost is said now.</summary>
    private protected virtual void EndEarly()
    {
    }

    private void Settled(System.Action step)
    {
        try
        {
            Guarded(step);
        }
        catch
        {
            EndEarly();
            throw;
        }
    }

    /// <summary>Throws what a stream refused while the step ran.</summary>
    private protected virtual void ThrowWhatIsDue()
    {
    }

    /// <summary>Ends the command: ThrowTerminatingError never returns, the return type lets callers throw.</summary>
    private protected PartnerException Terminating(PartnerException exception)
    {
        ThrowTerminatingError(ErrorRecords.From(exception, Target));
        return exception;
    }

    /// <summary>Whether a stream is to stop the pipeline.</summary>
    internal bool IsStop(string parameter, string preference)
    {
        object? value = MyInvocation.BoundParameters.TryGetValue(parameter, out object? bound) ? bound : GetVariableValue(preference);
        return LanguagePrimitives.TryConvertTo(value, out ActionPreference action) && action == ActionPreference.Stop;
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
