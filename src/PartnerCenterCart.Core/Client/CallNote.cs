using System;

namespace PartnerCenterCart;

/// <summary>One thing that happened during a call. Tokens are never in it.</summary>
public sealed class CallNote
{
    internal CallNote(CallNoteKind kind, PartnerRequest request, int tryNumber)
    {
        Kind = kind;
        Request = request;
        TryNumber = tryNumber;
    }

    /// <summary>What happened.</summary>
    public CallNoteKind Kind { get; }

    /// <summary>The call.</summary>
    public PartnerRequest Request { get; }

    /// <summary>Which try, from 1.</summary>
    public int TryNumber { get; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; internal init; }

    /// <summary>How long the try took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>How long is waited before the next try.</summary>
    public TimeSpan Delay { get; internal init; }

    /// <summary>Why a try is held: which limit it would exceed; null for other notes.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Why the try failed; null when it did not.</summary>
    public PartnerException? Failure { get; internal init; }

    /// <summary>Headers and body, redacted; null unless the observer wants content.</summary>
    public string? Content { get; internal init; }

    /// <summary>A try is about to be sent.</summary>
    public static CallNote Sending(PartnerRequest request, int tryNumber, string? content) =>
        new(CallNoteKind.Sending, request, tryNumber) { Content = content };

    /// <summary>A try was answered, whatever the status.</summary>
    public static CallNote Answered(PartnerRequest request, int tryNumber, int statusCode, TimeSpan elapsed, string? content) =>
        new(CallNoteKind.Answered, request, tryNumber) { StatusCode = statusCode, Elapsed = elapsed, Content = content };

    /// <summary>A try ended without an answer.</summary>
    public static CallNote Lost(PartnerRequest request, int tryNumber, TimeSpan elapsed, PartnerException failure) =>
        new(CallNoteKind.Lost, request, tryNumber) { Elapsed = elapsed, Failure = failure };

    /// <summary>The next try waits.</summary>
    public static CallNote Waiting(PartnerRequest request, int tryNumber, TimeSpan delay, PartnerException failure) =>
        new(CallNoteKind.Waiting, request, tryNumber) { Delay = delay, Failure = failure };

    /// <summary>The try waits for its turn.</summary>
    public static CallNote Held(PartnerRequest request, int tryNumber, TimeSpan delay, string reason) =>
        new(CallNoteKind.Held, request, tryNumber) { Delay = delay, Reason = reason };

    /// <summary>The try waits for the service to come back.</summary>
    public static CallNote Paused(PartnerRequest request, int tryNumber, TimeSpan untilNextLook, PartnerException failure) =>
        new(CallNoteKind.Paused, request, tryNumber) { Delay = untilNextLook, Failure = failure };

    /// <summary>The service is back.</summary>
    public static CallNote Resumed(PartnerRequest request, int tryNumber, TimeSpan outage) =>
        new(CallNoteKind.Resumed, request, tryNumber) { Elapsed = outage };
}
