using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Emulation;

/// <summary>An emulated Partner Center with its own customers, catalog, carts, orders, clock and faults. Safe for many threads.</summary>
public sealed class PartnerCenterEmulator : IDisposable
{
    private readonly EmulatorBrain brain;

    /// <summary>Starts with the seeds, or with what <see cref="EmulatorOptions.StatePath"/> holds on top of them.</summary>
    public PartnerCenterEmulator(EmulatorOptions? options = null)
    {
        brain = new EmulatorBrain(options ?? new EmulatorOptions());
    }

    /// <summary>What the emulated service thinks the time is, in UTC.</summary>
    public DateTimeOffset Now => brain.Clock.Now;

    /// <summary>Moves the clock forward: carts expire, orders are provisioned, lists catch up.</summary>
    public void Advance(TimeSpan time) => brain.Advance(time);

    /// <summary>The door inside the process: no socket, any host name. Handlers may be disposed without ending the emulator.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorMessageHandler(this);

    /// <summary>Answers one request; every door comes through here.</summary>
    public Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        return brain.HandleAsync(request, cancellationToken);
    }

    /// <summary>Closes the state file; everything answered before is in it.</summary>
    public void Dispose() => brain.Dispose();
}
