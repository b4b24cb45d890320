using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Any bearer token will do; none is refused.</summary>
internal static class SignIn
{
    private const string Scheme = "Bearer ";

    public static bool HasToken(EmulatorRequest request) =>
        request.Header("Authorization") is { } value
        && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && value.Substring(Scheme.Length).Trim().Length > 0;

    // Of the two 401 codes in behaviours.md section 11, the one that speaks of a missing token.
    public static EmulatorResponse Refused() =>
        FaultBodies.From(new ServiceFault("800001")).With("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:emulator");
}
