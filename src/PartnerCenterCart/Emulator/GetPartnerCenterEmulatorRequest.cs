using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Shows what was asked of an emulator, in order; tokens are masked.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCenterEmulatorRequest")]
[OutputType(typeof(EmulatorRequest))]
public sealed class GetPartnerCenterEmulatorRequest : EmulatorCmdlet
{
    /// <summary>Only this operation, such as carts.create.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string? Operation { get; set; }

    private protected override void Process()
    {
        foreach (EmulatorRequest request in Send((client, token) => client.Emulator.GetRequestsAsync(Operation, token)))
        {
            WriteObject(request);
        }
    }
}
