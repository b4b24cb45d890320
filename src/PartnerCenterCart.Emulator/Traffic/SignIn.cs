using System;

namespace PartnerCenterCart.Emulation;

/// <summary>
/// Any bearer token will do, unless the settings demand an audience or multi-factor authentication; then tokens are looked
/// into as the service does (newer-facts.md, Sign-in).
/// </summary>
internal static class SignIn
{
    private const string Scheme = "Bearer ";
    private const string MfaHeader = "isMfaCompliant";

    public static bool HasToken(EmulatorRequest request) => Token(request).Length > 0;

    public static BearerToken Read(EmulatorRequest request) => BearerToken.Read(Token(request));

    // Of the two 401 codes in behaviours.md section 11, the one that speaks of a missing token.
    public static EmulatorResponse Refused() => Challenge("800001");

    /// <summary>Null when the token may pass, else the answer that refuses it.</summary>
    public static EmulatorResponse? Refuse(EmulatorRequest request, Operation? operation, EmulatorSettings settings, DateTimeOffset now)
    {
        if (settings.Audience is null && !settings.RequireMfa)
        {
            return null;
        }

        BearerToken token = BearerToken.Read(Token(request));
        if (settings.Audience is { } audience)
        {
            if (!string.Equals(token.Audience, audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                return Challenge("900420");
            }

            if (token.Expires is { } end && end <= now)
            {
                return Challenge("800001");
            }
        }

        if (settings.RequireMfa && token.IsUser && !token.HasMfa)
        {
            return Challenge("900421");
        }

        return token.IsAppOnly && operation is { Credential: Credential.UserOnly } ? FaultBodies.From(new ServiceFault("900329")) : null;
    }

    /// <summary>Says whether the token carries multi-factor authentication, when the caller asked and it can be told.</summary>
    public static EmulatorResponse Tell(EmulatorResponse answer, EmulatorRequest request)
    {
        if (!string.Equals(request.Header("ValidateMfa"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return answer;
        }

        BearerToken token = BearerToken.Read(Token(request));
        return token.IsUser ? answer.With(MfaHeader, token.HasMfa ? "true" : "false") : answer;
    }

    private static EmulatorResponse Challenge(string code) =>
        FaultBodies.From(new ServiceFault(code)).With("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:emulator");

    private static string Token(EmulatorRequest request) =>
        request.Header("Authorization") is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value.Substring(Scheme.Length).Trim() : string.Empty;
}
