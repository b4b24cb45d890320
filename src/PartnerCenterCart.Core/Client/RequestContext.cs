using System;

namespace PartnerCenterCart;

/// <summary>What the calls of one user action share.</summary>
public sealed class RequestContext
{
    /// <summary>A new context with a new correlation id.</summary>
    public RequestContext(Guid? correlationId = null, string? locale = null, ICallObserver? observer = null)
    {
        CorrelationId = correlationId ?? Guid.NewGuid();
        Locale = locale ?? "en-US";
        Observer = observer;
    }

    /// <summary>MS-CorrelationId of every call of the action.</summary>
    public Guid CorrelationId { get; }

    /// <summary>X-Locale: language of titles and error texts.</summary>
    public string Locale { get; }

    /// <summary>Hears of every try; null when nobody listens.</summary>
    public ICallObserver? Observer { get; }

    /// <summary>
    /// For the many calls of a bulk run: while the service is down they pause together, one looks whether it is back, and after this
    /// long the run gets <see cref="PartnerErrorKind.ServiceDown"/>. Null for single calls: each fails by itself, as the table in
    /// docs/reliability.md says.
    /// </summary>
    public TimeSpan? MaximumPause { get; init; }

    /// <summary>Since when the run pauses; kept by the transport.</summary>
    internal DateTimeOffset? PausedSince { get; set; }
}
