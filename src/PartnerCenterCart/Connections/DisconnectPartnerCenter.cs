using System;
using System.IO;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Closes a connection and forgets its tokens, those that -PersistCache kept included; an emulator ends with it.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PartnerCenter")]
public sealed class DisconnectPartnerCenter : PartnerInputCmdlet
{
    /// <summary>The connection to close; the current one when left out.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Connection { get; set; }

    private protected override void Process()
    {
        if (Connection is { BaseObject: not PartnerContext })
        {
            throw PartnerException.InvalidInput(PartnerCmdlet.NoConnection);
        }

        if ((Connection == null ? ConnectionStore.Current : Connection.BaseObject as PartnerContext) is not { IsClosed: false } context)
        {
            Say("There is no connection to close.");
            return;
        }

        ConnectionStore.Forget(context);
        try
        {
            context.TokenSource?.Forget();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PartnerException.InvalidInput($"The connection is closed, but its kept tokens could not be deleted: {e.Message}");
        }
        finally
        {
            context.Dispose();
        }

        Say($"Disconnected from {context}.");
    }
}
