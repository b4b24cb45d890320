using System;

namespace PartnerCenterCart;

/// <summary>
/// Decides what is tried again. It knows nothing of networks: a transport turns each failed try into a
/// <see cref="PartnerException"/> and asks here (contract: behaviours.md, section 9; docs/reliability.md has the table).
/// </summary>
public static class RetryRule
{
    /// <summary>Tries in all, the first included.</summary>
    public const int MaximumTries = 5;

    /// <summary>Tries in all where no connection came about: a wrong address should not take long to say so.</summary>
    public const int MaximumTriesWithoutConnection = 3;

    /// <summary>Wait before the second try; it doubles with each further one.</summary>
    public static readonly TimeSpan BaseDelay = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether to send the same request again after this failure of the given try, counted from 1.</summary>
    public static bool ShouldRetry(PartnerRequest request, PartnerException failure, int tries)
    {
        if (request == null || failure == null)
        {
            throw new ArgumentNullException(request == null ? nameof(request) : nameof(failure));
        }

        int limit = failure.Kind == PartnerErrorKind.ConnectionFailed && failure.NothingWasDone ? MaximumTriesWithoutConnection : MaximumTries;
        return tries < limit && (request.RetryClass switch
        {
            RetryClass.Read => IsPassing(failure),
            RetryClass.Replace or RetryClass.RepeatableWrite => IsPassing(failure) || IsInProgress(failure),
            _ => failure.NothingWasDone && IsPassing(failure),
        });
    }

    /// <summary>
    /// What the caller gets when no further try is made: a write whose answer was lost is an open question, not a failure.
    /// </summary>
    public static PartnerException Final(PartnerRequest request, PartnerException failure, bool earlierTryMayHaveWorked)
    {
        if (request == null || failure == null)
        {
            throw new ArgumentNullException(request == null ? nameof(request) : nameof(failure));
        }

        // "In progress" is about this very purchase when it answers a checkout, and about somebody else's change when a PUT.
        bool running = request.RetryClass == RetryClass.RepeatableWrite && IsInProgress(failure);
        // What the last try says is about the last try. A checkout that may have been made is never reported as one that was not:
        // the advice for a failure is to buy again.
        bool earlierCounts = request.RetryClass == RetryClass.Replace ? !IsAboutTheResource(failure) : failure.ServiceCode != ServiceCodes.AlreadySubmitted;
        bool lost = running || LeavesOutcomeOpen(failure) || (earlierTryMayHaveWorked && earlierCounts);
        return request.IsWrite && lost ? Fault.OutcomeUnknown(request, failure) : failure;
    }

    /// <summary>Whether the try may have done its work although no usable answer came back.</summary>
    public static bool LeavesOutcomeOpen(PartnerException failure) => failure is { NothingWasDone: false } && failure.Kind switch
    {
        PartnerErrorKind.Timeout or PartnerErrorKind.ConnectionFailed or PartnerErrorKind.UnreadableAnswer => true,

        // Only codes that say that the work failed are believed: any other 5xx can come from what stands in between, or after it.
        PartnerErrorKind.ServiceError => !ServiceCodes.SaysThatItFailed(failure.ServiceCode),
        _ => false,
    };

    private static bool IsPassing(PartnerException failure) => failure.Kind switch
    {
        // 501 is "undefined exception" in the contract's table: not worth a second try.
        PartnerErrorKind.ServiceError => failure.StatusCode != 501,
        PartnerErrorKind.Throttled or PartnerErrorKind.Timeout or PartnerErrorKind.ConnectionFailed or PartnerErrorKind.UnreadableAnswer => true,
        _ => false,
    };

    // A PUT that finds the cart ordered or gone says what became of the cart; "no access" and "failed" are about the last try alone.
    private static bool IsAboutTheResource(PartnerException failure) =>
        failure.Kind is PartnerErrorKind.BadRequest or PartnerErrorKind.NotFound or PartnerErrorKind.Conflict;

    // 800060 and 800064: the first attempt still runs; the same request asked again finds its result.
    private static bool IsInProgress(PartnerException failure) =>
        failure.Kind == PartnerErrorKind.Conflict && failure.ServiceCode is "800060" or "800064";
}
