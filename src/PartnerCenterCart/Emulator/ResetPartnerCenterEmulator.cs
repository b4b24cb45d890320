using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Puts an emulator back to its start.</summary>
[Cmdlet(VerbsCommon.Reset, "PartnerCenterEmulator", SupportsShouldProcess = true)]
public sealed class ResetPartnerCenterEmulator : EmulatorCmdlet
{
    private protected override void Process()
    {
        if (ShouldProcess(Context.ToString(), "Forget carts, orders, faults and the request log"))
        {
            Send((client, token) => client.Emulator.ResetAsync(token));
        }
    }
}
