using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Words the exceptions of signing in. Nothing was sent to the service then.</summary>
internal static class SignInFault
{
    private const string Mask = "***";

    public static PartnerException Of(
        PartnerErrorKind kind, string what, string? remedy, IEnumerable<string> secrets, string? code = null, string? description = null,
        int? status = null, TimeSpan? retryAfter = null, string? correlationId = null)
    {
        string[] hidden = secrets.ToArray();
        string summary = "Signing in failed: " + what.TrimEnd().TrimEnd('.') + "." + (correlationId == null ? string.Empty : $" (correlation id {correlationId})");

        // The library's own exception is not kept as the inner one: it repeats the platform's answer word by word.
        return new PartnerException(kind, Clean(summary, hidden))
        {
            ServiceCode = code,
            ServiceDescription = description == null ? null : Clean(description, hidden),
            StatusCode = status,
            RetryAfter = retryAfter,
            CorrelationId = correlationId,
            RecommendedAction = remedy,
            NothingWasDone = true,
        };
    }

    /// <summary>A text without these secrets, nor anything that looks like one.</summary>
    public static string Clean(string text, IEnumerable<string> secrets) =>
        Redaction.Apply(secrets.Where(secret => secret.Length > 0).Aggregate(text, (clean, secret) => clean.Replace(secret, Mask)));
}
