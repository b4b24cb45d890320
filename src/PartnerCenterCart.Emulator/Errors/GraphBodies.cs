using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Answers of Microsoft Graph: failures have an error object, headers are named otherwise.</summary>
internal static class GraphBodies
{
    public static EmulatorResponse Error(int status, string code, string message) => EmulatorResponse.Json(status, new { error = new { code, message, innerError = new { code } } });

    public static string CodeFor(int status) => status switch
    {
        400 => "BadRequest",
        401 => "InvalidAuthenticationToken",
        403 => "Authorization_RequestDenied",
        404 => "ResourceNotFound",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        _ => "UnknownError",
    };

    public static EmulatorResponse Echo(EmulatorResponse answer, EmulatorRequest request) => answer
        .With("request-id", Guid.NewGuid().ToString())
        .With("client-request-id", ResponseHeaders.Sent(request, "client-request-id") ?? Guid.NewGuid().ToString());
}
