using System;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Emulation;

namespace PartnerCenterCart.Commands;

/// <summary>The emulator's time: waiting for it moves its clock instead of taking real time, so that tests never sleep.</summary>
internal sealed class EmulatorClock : IClock
{
    private readonly PartnerCenterEmulator emulator;

    public EmulatorClock(PartnerCenterEmulator emulator) => this.emulator = emulator;

    public DateTimeOffset UtcNow => emulator.Now;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        emulator.Advance(duration);
        return Task.CompletedTask;
    }
}
