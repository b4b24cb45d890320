using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Moves an emulator's clock forward: carts expire, orders are provisioned, lists catch up.</summary>
[Cmdlet(VerbsCommon.Set, "PartnerCenterEmulatorClock", SupportsShouldProcess = true)]
[OutputType(typeof(DateTimeOffset))]
public sealed class SetPartnerCenterEmulatorClock : EmulatorCmdlet
{
    /// <summary>How far: a TimeSpan, such as (New-TimeSpan -Minutes 20) or '7.00:00:01'.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public TimeSpan Advance { get; set; }

    private protected override object? Target => Advance;

    private protected override void Process()
    {
        if (Advance < TimeSpan.Zero)
        {
            throw PartnerException.InvalidInput($"The clock cannot go back ({Advance}). A positive time span is expected.", "Reset-PartnerCenterEmulator starts over.");
        }

        if (ShouldProcess(Context.ToString(), $"Move the clock forward by {Advance}"))
        {
            // Its own name, so that the console shows a line and not every property that a date has.
            var now = new PSObject(Send((client, token) => client.Emulator.AdvanceClockAsync(Advance, token)));
            now.TypeNames.Insert(0, "System.DateTimeOffset#Emulator");
            WriteObject(now);
        }
    }
}
