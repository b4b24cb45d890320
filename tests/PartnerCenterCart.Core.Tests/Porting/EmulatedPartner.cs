using System;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Http;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A partner connected to an emulator of its own, through the real transport; waits move the emulator's clock.</summary>
internal sealed class EmulatedPartner : IClock, IPartnerTokenSource, IDisposable
{
    public EmulatedPartner()
    {
        var options = new TransportOptions { Endpoint = new Uri("http://localhost"), Handler = Emulator.CreateHandler(), TokenSource = this, Clock = this };
        Operations = new PartnerClient(new HttpTransport(options), this);
    }

    public PartnerCenterEmulator Emulator { get; } = new();

    /// <summary>What the archived SDK's samples call partnerOperations.</summary>
    public PartnerClient Operations { get; }

    public DateTimeOffset UtcNow => Emulator.Now;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Emulator.Advance(duration);
        return Task.CompletedTask;
    }

    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult("token");

    public void Dispose()
    {
        Operations.Dispose();
        Emulator.Dispose();
    }
}
