using System;

namespace PartnerCenterCart;

/// <summary>The one exception of this library: what failed, for what, what the service said, what to try.</summary>
public sealed class PartnerException : Exception
{
    internal PartnerException(PartnerErrorKind kind, string summary, Exception? innerException = null)
        : base(summary, innerException) => Kind = kind;

    /// <summary>What failed, what the service said, and what to try.</summary>
    public override string Message => RecommendedAction == null ? Summary : Summary + " " + RecommendedAction;

    /// <summary>The message without the advice, for places that show <see cref="RecommendedAction"/> beside it.</summary>
    public string Summary => base.Message;

    /// <summary>What kind of failure; the error id in PowerShell.</summary>
    public PartnerErrorKind Kind { get; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? StatusCode { get; internal init; }

    /// <summary>The service's own code, such as <c>800008</c>; null when it gave none.</summary>
    public string? ServiceCode { get; internal init; }

    /// <summary>The service's own words; null when it gave none.</summary>
    public string? ServiceDescription { get; internal init; }

    /// <summary>The operation, as the contract names it: <c>carts.checkout</c>.</summary>
    public string? Operation { get; internal init; }

    /// <summary>Method and path of the request.</summary>
    public string? Request { get; internal init; }

    /// <summary>MS-CorrelationId, which support asks for.</summary>
    public string? CorrelationId { get; internal init; }

    /// <summary>MS-RequestId, which support asks for.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>How long the service asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>What to try next; null when there is nothing better than reading the message.</summary>
    public string? RecommendedAction { get; internal init; }

    /// <summary>True when the request cannot have reached the service, or the service said that it did nothing.</summary>
    public bool NothingWasDone { get; internal init; }

    /// <summary>A refusal before anything was sent.</summary>
    internal static PartnerException InvalidInput(string summary, string? remedy = null) =>
        new(PartnerErrorKind.InvalidInput, summary) { RecommendedAction = remedy, NothingWasDone = true };
}
