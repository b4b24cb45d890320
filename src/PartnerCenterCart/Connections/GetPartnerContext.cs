using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Shows the current connection; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerContext")]
[OutputType(typeof(PartnerContext))]
public sealed class GetPartnerContext : PartnerInputCmdlet
{
    private protected override void Process()
    {
        if (ConnectionStore.Current is { } context)
        {
            WriteObject(context);
        }
    }
}
