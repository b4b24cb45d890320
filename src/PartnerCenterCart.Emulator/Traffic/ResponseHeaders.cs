using System;

namespace PartnerCenterCart.Emulation;

/// <summary>The headers that every answer carries (behaviours.md section 2).</summary>
internal static class ResponseHeaders
{
    public const string RequestId = "MS-RequestId";
    public const string CorrelationId = "MS-CorrelationId";
    public const string Locale = "X-Locale";
    private const string Vector = "MS-CV";

    /// <summary>Echoes what came and makes up what did not.</summary>
    public static EmulatorResponse Echo(EmulatorResponse answer, EmulatorRequest request) => answer
        .With(RequestId, Sent(request, RequestId) ?? Guid.NewGuid().ToString())
        .With(CorrelationId, Sent(request, CorrelationId) ?? Guid.NewGuid().ToString())
        .With(Locale, Sent(request, Locale) ?? "en-US")
        .With(Vector, Sent(request, Vector) ?? Guid.NewGuid().ToString("N").Substring(0, 16) + ".0")
        .With("MS-ServerId", "EMULATOR");

    public static string? Sent(EmulatorRequest request, string name) => request.Header(name) is { Length: > 0 } value ? value : null;
}
