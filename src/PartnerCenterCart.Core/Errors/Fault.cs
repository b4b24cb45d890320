using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// Reads every shape of failure that the contract knows (behaviours.md, section 10): ApiFault, its extended and its
/// throttling form, the identity platform's, plain text, HTML and nothing at all; and words the exception.
/// </summary>
internal sealed class Fault
{
    private const int LongestText = 1024;

    // A day; nobody waits longer for an answer, and a wait of years cannot even be slept.
    private const int LongestWaitSeconds = 86_400;

    private Fault(string? code, string? description)
    {
        Code = code;
        Description = description;
    }

    public string? Code { get; }

    public string? Description { get; }


    public static Fault Read(Stream body)
    {
        using var copy = new MemoryStream();
        body.CopyTo(copy);
        string text = Encoding.UTF8.GetString(copy.ToArray()).TrimStart('\uFEFF').Trim();
        if (text.Length == 0)
        {
            return new Fault(null, null);
        }

        try
        {
            copy.Position = 0;
            if (PartnerJson.ReadToken(copy) is JObject members)
            {
                return FromMembers(members);
            }
        }
        catch (JsonException)
        {
            // Not JSON: a proxy's text or page. It is all that is known, so it is kept.
        }

        string words = text.StartsWith("<", StringComparison.Ordinal) ? PageText.Of(text) : text;
        return new Fault(null, words.Length == 0 ? null : Shorten(words));
    }

    /// <summary>
    /// Whether a 401 may end with a renewed token. One for the wrong audience (900420) or without multi-factor authentication (900421)
    /// is renewed into just such another.
    /// </summary>
    public static bool MayFitAnotherToken(PartnerAnswer refusal)
    {
        string? code = Read(refusal.Body).Code;
        refusal.Body.Position = 0;
        return code is not ("900420" or "900421");
    }

    /// <summary>The exception for an answer that is no success.</summary>
    public static PartnerException From(PartnerRequest request, PartnerAnswer answer, DateTimeOffset now)
    {
        Fault fault = Read(answer.Body);
        PartnerErrorKind kind = fault.Code == ServiceCodes.AgreementConfirmedBefore ? PartnerErrorKind.Conflict : KindOf(answer.StatusCode);
        string? code = fault.Code == Text(answer.StatusCode) ? null : fault.Code;
        TimeSpan? wait = RetryAfter(answer, now);
        string? remedy = answer.StatusCode < 400 ? Redirected(answer) : ServiceCodes.Remedy(code, answer.StatusCode, request.Operation) ?? Remedy(kind, wait);
        string said = fault.Description == null ? "it gave no reason" : "it said: " + Sentence(fault.Description);
        var message = new StringBuilder()
            .Append(Sentence(Capital(request.Purpose) + " failed"))
            .Append(" The service answered ").Append(Text(answer.StatusCode)).Append(Reason(answer))
            .Append(code == null ? string.Empty : ", code " + code).Append("; ").Append(Sentence(said));
        return Compose(kind, message, request, remedy, null, answer.StatusCode, code, fault.Description, wait,
            nothingWasDone: kind == PartnerErrorKind.Throttled);
    }

    /// <summary>The exception for a try that no answer came for.</summary>
    public static PartnerException Lost(PartnerErrorKind kind, PartnerRequest request, string what, Exception? cause, bool nothingWasDone, string? remedy = null)
    {
        var message = new StringBuilder(Sentence($"{Capital(request.Purpose)} failed: {what}"));
        return Compose(kind, message, request, remedy ?? Remedy(kind, null), cause, null, null, null, null, nothingWasDone);
    }

    /// <summary>The exception for a success that cannot be read.</summary>
    public static PartnerException Unreadable(PartnerRequest request, PartnerAnswer answer, string what, Exception? cause)
    {
        var message = new StringBuilder(Sentence($"{Capital(request.Purpose)} failed: the service answered {answer.StatusCode}, but {what}"));
        return Compose(PartnerErrorKind.UnreadableAnswer, message, request, Remedy(PartnerErrorKind.UnreadableAnswer, null), cause, answer.StatusCode, null, null, null, false);
    }

    /// <summary>A write whose answer was lost, with what to look at.</summary>
    public static PartnerException OutcomeUnknown(PartnerRequest request, PartnerException last)
    {
        var message = new StringBuilder()
            .Append("It is not known whether ").Append(request.Purpose).Append(" worked. ")
            .Append(WithoutSupport(last));
        return Compose(PartnerErrorKind.OutcomeUnknown, message, request, request.WhenUnknown, last, last.StatusCode, last.ServiceCode, last.ServiceDescription, last.RetryAfter, false);
    }

    /// <summary>A checkout that was made before, and whose orders are not in the list yet.</summary>
    public static PartnerException AlreadyBought(PartnerRequest request, PartnerException answer)
    {
        var message = new StringBuilder("The cart was submitted before, so it was bought and is not bought again; the list does not tell its orders for certain yet.");
        return Compose(
            PartnerErrorKind.Conflict, message, request, "Do not make another cart. Get-PartnerCustomerOrder shows the orders after up to 15 minutes.", answer, answer.StatusCode, answer.ServiceCode, answer.ServiceDescription, null, false);
    }

    /// <summary>A checkout whose every answer was lost, of a cart that is ordered: it was bought, and only its orders are not known.</summary>
    public static PartnerException BoughtUnseen(PartnerRequest request, PartnerException last)
    {
        var message = new StringBuilder("The cart is ordered, so it was bought; the answers to the checkout were lost, and the list does not tell its orders for certain yet. ")
            .Append(WithoutSupport(last.InnerException as PartnerException ?? last));
        return Compose(
            PartnerErrorKind.OutcomeUnknown, message, request, request.WhenUnknown + " Do not make another cart.", last, last.StatusCode, last.ServiceCode, last.ServiceDescription, last.RetryAfter, false);
    }

    /// <summary>Work that the service did by itself and that it reports as failed, inside a successful answer.</summary>
    public static PartnerException OperationFailed(PartnerRequest request, string? code, string? description, Exception? cause)
    {
        bool isAbsent = code == ServiceCodes.NoReconciliationData;
        var message = new StringBuilder(Sentence(Capital(request.Purpose) + " failed"))
            .Append(" The service reports the work as failed").Append(code == null ? string.Empty : ", code " + code).Append("; ")
            .Append(Sentence(description == null ? "it gave no reason" : "it said: " + description));
        PartnerErrorKind kind = isAbsent ? PartnerErrorKind.NotFound : PartnerErrorKind.ServiceError;
        return Compose(kind, message, request, ServiceCodes.Remedy(code, 200, request.Operation) ?? Remedy(kind, null), cause, (cause as PartnerException)?.StatusCode ?? 200, code, description, null, false);
    }

    private static PartnerException Compose(
        PartnerErrorKind kind,
        StringBuilder message,
        PartnerRequest request,
        string? remedy,
        Exception? cause,
        int? status,
        string? code,
        string? description,
        TimeSpan? wait,
        bool nothingWasDone)
    {
        message.Append(Support(request));
        return new PartnerException(kind, Redaction.Apply(message.ToString()), cause)
        {
            StatusCode = status,
            ServiceCode = code,
            ServiceDescription = description == null ? null : Redaction.Apply(description),
            Operation = request.Operation,
            Request = request.ToString(),
            CorrelationId = request.Context.CorrelationId.ToString(),
            RequestId = request.RequestId.ToString(),
            RetryAfter = wait,
            RecommendedAction = remedy == null ? null : Redaction.Apply(remedy),
            NothingWasDone = nothingWasDone,
        };
    }

    private static string Support(PartnerRequest request) =>
        $" ({request}; correlation id {request.Context.CorrelationId}, request id {request.RequestId})";

    private static string WithoutSupport(PartnerException last)
    {
        int support = last.Summary.LastIndexOf(" (", StringComparison.Ordinal);
        return support > 0 ? last.Summary.Substring(0, support) : last.Summary;
    }

    private static Fault FromMembers(JObject members)
    {
        string? Member(params string[] names) => names
            .Select(name => members.GetValue(name, StringComparison.OrdinalIgnoreCase))
            .Select(Text)
            .FirstOrDefault(text => text != null);

        // The SDK's names are ErrorCode and ErrorMessage; "error" is the identity platform's, and Graph nests code and message in it.
        JObject? inner = members.GetValue("error", StringComparison.OrdinalIgnoreCase) as JObject;
        string? code = Member("code", "errorCode", "error") ?? Text(inner?["code"]);
        string? description = Member("description", "message", "errorMessage", "error_description", "detail", "title")
            ?? Text(inner?["message"])
            ?? members.ToString(Formatting.None);
        return new Fault(code, Shorten(description));
    }

    private static PartnerErrorKind KindOf(int status) => status switch
    {
        401 => PartnerErrorKind.Unauthorized,
        403 => PartnerErrorKind.Forbidden,
        404 or 410 => PartnerErrorKind.NotFound,
        408 or 504 => PartnerErrorKind.Timeout,
        409 or 412 or 417 => PartnerErrorKind.Conflict,
        429 => PartnerErrorKind.Throttled,
        >= 500 => PartnerErrorKind.ServiceError,

        // Redirects are not followed: the token is for the connection's endpoint alone.
        _ => PartnerErrorKind.BadRequest,
    };

    private static string? Remedy(PartnerErrorKind kind, TimeSpan? wait) => kind switch
    {
        PartnerErrorKind.NotConnected => "Run Connect-PartnerCenter again.",
        PartnerErrorKind.Unauthorized => "Get a new access token for https://api.partnercenter.microsoft.com and run Connect-PartnerCenter again.",
        PartnerErrorKind.Throttled => $"Wait {(wait is { } w ? Text((int)Math.Ceiling(w.TotalSeconds)) + " seconds" : "a minute")} and run it again, with fewer calls at once.",
        PartnerErrorKind.ServiceError => "Try again later; if it stays, give Microsoft support the correlation id and the request id.",
        PartnerErrorKind.ServiceDown => "Run it again when the service is back; what was done before stays done.",
        PartnerErrorKind.Timeout => "Try again; if it stays, look at the network and at the service's health.",
        PartnerErrorKind.ConnectionFailed => "Check the network, the proxy and the endpoint that Get-PartnerContext shows.",
        PartnerErrorKind.UnreadableAnswer => "Try again; if it stays, look for a proxy that changes answers.",
        _ => null,
    };

    /// <summary>How long the service asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(PartnerAnswer answer, DateTimeOffset now)
    {
        if (!answer.Headers.TryGetValue("Retry-After", out string? text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // A proxy can double the header; a date has a comma of its own.
        string first = text.IndexOf(':') < 0 ? text.Split(',')[0].Trim() : text.Trim();
        if (decimal.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds))
        {
            return seconds < LongestWaitSeconds ? TimeSpan.FromSeconds((double)seconds) : TimeSpan.FromSeconds(LongestWaitSeconds);
        }

        if (first.IndexOf(':') >= 0 && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            TimeSpan wait = date - now;
            return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait.TotalSeconds < LongestWaitSeconds ? wait : TimeSpan.FromSeconds(LongestWaitSeconds);
        }

        return null;
    }

    private static string Redirected(PartnerAnswer answer) => answer.Headers.TryGetValue("Location", out string? target)
        ? $"The endpoint points elsewhere ({target.Split('?', '#')[0]}); check the endpoint that Get-PartnerContext shows, or a proxy that wants a sign-in."
        : "Check the endpoint that Get-PartnerContext shows.";

    private static string Reason(PartnerAnswer answer) => string.IsNullOrWhiteSpace(answer.ReasonPhrase) ? string.Empty : " " + answer.ReasonPhrase;

    private static string? Text(JToken? token)
    {
        string? text = token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText) + "...";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Sentence(string text)
    {
        string trimmed = text.TrimEnd();
        return trimmed.EndsWith(".", StringComparison.Ordinal) || trimmed.EndsWith("!", StringComparison.Ordinal) ? trimmed : trimmed + ".";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
