using System;
using System.Net;

namespace PartnerCenterCart.Http;

/// <summary>What is known about one logical call over all its tries. Tries follow each other, so it needs no lock.</summary>
internal sealed class HttpCall
{
    /// <param name="request">What is sent.</param>
    /// <param name="address">Where to.</param>
    /// <param name="traffic">What it shares with other calls; null for the controls of an emulator, which the service does not have.</param>
    public HttpCall(PartnerRequest request, Uri address, TenantTraffic? traffic)
    {
        Request = request;
        Address = address;
        Traffic = traffic;
    }

    public PartnerRequest Request { get; }

    public TenantTraffic? Traffic { get; }

    /// <summary>Whether it is one of many, which pause together while the service is down.</summary>
    public bool MayPause => Traffic != null && Request.Context.MaximumPause > TimeSpan.Zero;

    /// <summary>The same for every try.</summary>
    public Uri Address { get; }

    /// <summary>Counted from 1.</summary>
    public int Try { get; private set; }

    /// <summary>Status of the running try, as soon as its head is here.</summary>
    public HttpStatusCode? Status { get; set; }

    /// <summary>Whether a try before the running one may have done its work although no usable answer came.</summary>
    public bool EarlierTryMayHaveWorked { get; set; }

    /// <summary>How often it was tried again; a second try with another token is not counted.</summary>
    public int Retries { get; set; }

    /// <summary>How long is waited before the next try: by Polly, or by the lane after a 429.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>Since when the service refuses it as one too many; null when it does not.</summary>
    public DateTimeOffset? ThrottledSince { get; set; }

    /// <summary>Whether the observer was told already that the next try waits.</summary>
    public bool IsHoldAnnounced { get; set; }

    /// <summary>Whether another token was asked for because the service refused the first one; once in the life of a call.</summary>
    public bool WasRenewed { get; set; }

    public int StartTry()
    {
        Status = null;
        return ++Try;
    }
}
