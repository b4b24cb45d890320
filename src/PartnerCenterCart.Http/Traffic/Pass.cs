using System;

namespace PartnerCenterCart.Http;

/// <summary>The permission to send one try. Give it back in whatever way the try ends.</summary>
internal readonly struct Pass : IDisposable
{
    private readonly Lane? lane;

    public Pass(Lane lane, int refusals)
    {
        this.lane = lane;
        Refusals = refusals;
    }

    /// <summary>How often the lane had been refused when the try was let through; what was on its way already tells nothing new.</summary>
    public int Refusals { get; }

    /// <summary>The service took the call, whatever it said about it.</summary>
    public void Took() => lane?.Took(this);

    /// <summary>The service refused it: too many.</summary>
    public void Refused(TimeSpan wait) => lane?.Refused(this, wait);

    public void Dispose() => lane?.Leave();
}
