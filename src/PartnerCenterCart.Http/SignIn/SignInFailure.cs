using System;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>Turns what the sign-in library throws into the one exception of this module.</summary>
internal static class SignInFailure
{
    private static readonly Regex Code = new("AADSTS[0-9]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // What follows is for support, and is on the exception anyway.
    private static readonly string[] Tails = [" Trace ID:", "\r", "\n"];

    /// <summary>Null for what is no failure to sign in.</summary>
    public static PartnerException? From(Exception cause, SignInOptions options) => cause switch
    {
        PartnerException => null,
        MsalServiceException service => Refused(service, options),
        MsalClientException client => SignInFault.Of(
            PartnerErrorKind.Unauthorized, Words(client.Message), SignInCodes.Remedy(client.ErrorCode) ?? ByMode(options), options.Secrets(), client.ErrorCode),
        OperationCanceledException or TimeoutException => TooSlow(options),
        HttpRequestException => Unreached(cause, options),
        JsonException or FormatException => SignInFault.Of(
            PartnerErrorKind.UnreadableAnswer, $"what {Host(options)} answered cannot be read", "Try again; if it stays, look for a proxy that changes answers, and at -Authority.", options.Secrets()),
        _ => null,
    };

    /// <summary>The browser came back without a code.</summary>
    public static PartnerException Declined(string error, string? description, SignInOptions options)
    {
        string code = Code.Match(description ?? string.Empty) is { Success: true } found ? found.Value : error;
        return SignInFault.Of(PartnerErrorKind.Unauthorized, Words(description ?? error), SignInCodes.Remedy(code) ?? SignInCodes.Remedy(error), options.Secrets(), code, description);
    }

    private static PartnerException Refused(MsalServiceException cause, SignInOptions options)
    {
        string code = Code.Match(cause.Message) is { Success: true } found ? found.Value : cause.ErrorCode;
        PartnerErrorKind kind = cause.StatusCode switch
        {
            429 => PartnerErrorKind.Throttled,
            408 or 504 => PartnerErrorKind.Timeout,
            >= 500 => PartnerErrorKind.ServiceError,
            _ => cause.ErrorCode == MsalError.RequestTimeout ? PartnerErrorKind.Timeout : PartnerErrorKind.Unauthorized,
        };
        if (kind == PartnerErrorKind.Timeout)
        {
            return TooSlow(options);
        }

        if (cause.InnerException is HttpRequestException unreached && cause.StatusCode == 0)
        {
            return Unreached(unreached, options);
        }

        string? remedy = SignInCodes.Remedy(code) ?? SignInCodes.Remedy(cause.ErrorCode) ?? (kind == PartnerErrorKind.Unauthorized ? ByMode(options) : "Try again later.");
        string words = Words(cause.Message);
        string what = kind switch
        {
            PartnerErrorKind.Throttled => $"the identity platform answered 429, too many requests: {words}",
            PartnerErrorKind.ServiceError => $"the identity platform answered {cause.StatusCode}: {words}",
            _ => words,
        };
        return SignInFault.Of(
            kind, what, remedy, options.Secrets(), code, words, cause.StatusCode == 0 ? null : cause.StatusCode, RetryAfter(cause, options), string.IsNullOrEmpty(cause.CorrelationId) ? null : cause.CorrelationId);
    }

    private static PartnerException TooSlow(SignInOptions options) => SignInFault.Of(
        PartnerErrorKind.Timeout, $"{Host(options)} did not answer in time", "Try again; if it stays, look at the network and the proxy.", options.Secrets());

    private static PartnerException Unreached(Exception cause, SignInOptions options) => SignInFault.Of(
        PartnerErrorKind.ConnectionFailed, $"no connection to {Host(options)} came about: {cause.GetBaseException().Message}", "Check the network, the proxy and -Environment.", options.Secrets());

    private static string Host(SignInOptions options) => options.Mode == SignInMode.ManagedIdentity
        ? "the managed identity endpoint"
        : (options.Authority ?? options.Environment.Authority).Host;

    private static string? ByMode(SignInOptions options) => options.Mode switch
    {
        SignInMode.ManagedIdentity => "A managed identity is there only on Azure resources that were given one; check that it is switched on, and -ApplicationId for a user-assigned one.",
        SignInMode.Interactive => "Run the command again to sign in anew, with -UseDeviceAuthentication where no browser can be opened.",
        SignInMode.DeviceCode => "Run the command again to sign in anew.",
        _ => null,
    };

    private static TimeSpan? RetryAfter(MsalServiceException cause, SignInOptions options) => cause.Headers?.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > options.Clock.UtcNow ? date - options.Clock.UtcNow : TimeSpan.Zero,
        _ => null,
    };

    private static string Words(string message)
    {
        string text = message;
        foreach (string tail in Tails)
        {
            int end = text.IndexOf(tail, StringComparison.Ordinal);
            text = end > 0 ? text.Substring(0, end) : text;
        }

        return text.Trim();
    }
}
