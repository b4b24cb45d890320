using System;
using System.Net;

namespace PartnerCenterCart.Http;

/// <summary>What is known about one logical call over all its tries. Tries follow each other, so it needs no lock.</summary>
internal sealed class HttpCall
{
    public HttpCall(PartnerRequest request, Uri address)
    {
        Request = request;
        Address = address;
    }

    public PartnerRequest Request { get; }

    /// <summary>The same for every try.</summary>
    public Uri Address { get; }

    /// <summary>Counted from 1.</summary>
    public int Try { get; private set; }

    /// <summary>Status of the running try, as soon as its head is here.</summary>
    public HttpStatusCode? Status { get; set; }

    /// <summary>Whether a try before the running one may have done its work although no usable answer came.</summary>
    public bool EarlierTryMayHaveWorked { get; set; }

    /// <summary>Whether another token was asked for because the service refused the first one; once in the life of a call.</summary>
    public bool WasRenewed { get; set; }

    public int StartTry()
    {
        Status = null;
        return ++Try;
    }
}
