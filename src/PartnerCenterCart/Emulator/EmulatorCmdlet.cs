namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that controls an emulator, behind either door; never a host on the network.</summary>
public abstract class EmulatorCmdlet : PartnerCmdlet
{
    /// <summary>Refuses connections that cannot be to an emulator.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!Context.MayBeEmulator)
        {
            throw Terminating(PartnerException.InvalidInput(
                $"The connection goes to {Context.Endpoint}, which is not an emulator. Run Connect-PartnerCenter -Emulator, or connect to an emulator host on a loopback address."));
        }
    }
}
