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
}
