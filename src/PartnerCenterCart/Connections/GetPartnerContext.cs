using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Shows the current connection, or all that this runspace can use; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerContext")]
[OutputType(typeof(PartnerContext))]
public sealed class GetPartnerContext : PartnerInputCmdlet
{
    /// <summary>Every open connection: the process's, this runspace's, and those that others have replaced as the current one.</summary>
    [Parameter]
    public SwitchParameter ListAvailable { get; set; }

    private protected override void Process()
    {
        if (ListAvailable)
        {
            WriteObject(ConnectionStore.Available(), enumerateCollection: true);
            return;
        }

        if (ConnectionStore.Current is { } context)
        {
            WriteObject(context);
        }
    }
}
