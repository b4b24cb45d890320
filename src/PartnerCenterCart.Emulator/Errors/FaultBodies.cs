using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The failure bodies of behaviours.md section 10.</summary>
internal static class FaultBodies
{
    private const string Json = EmulatorResponse.JsonType;

    public static EmulatorResponse From(ServiceFault fault) =>
        fault.Entry.Name is null
            ? ApiFault(fault.Entry.Status, fault.Entry.Code, fault.Message)
            : Extended(fault.Entry.Status, fault.Entry.Code, fault.Message);

    public static EmulatorResponse ApiFault(int status, string code, string description) =>
        new(status, WireJson.WriteBytes(new { code, description, data = Array.Empty<object>(), source = "PartnerCenter" }), Json);

    public static EmulatorResponse Extended(int status, string code, string description)
    {
        ErrorEntry? entry = ErrorTable.Find(code);
        var body = new
        {
            code = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
            message = description,
            description,
            errorName = entry?.Name ?? "InternalError",
            isRetryable = entry?.Retry is not null,
            parameters = new JObject(),
            errorMessageExtended = "InternalErrorCode=" + code,
        };
        return new EmulatorResponse(status, WireJson.WriteBytes(body), Json);
    }

    public static EmulatorResponse Throttle(int status, string? seconds, string? message = null) =>
        new(status, WireJson.WriteBytes(new { statusCode = status, message = message ?? "Rate limit is exceeded. Try again in " + seconds + " seconds." }), Json);

    public static EmulatorResponse Text(int status, string description) => new(status, WireJson.Utf8.GetBytes(description), "text/plain; charset=utf-8");

    public static EmulatorResponse Html(int status, string description) =>
        new(status, WireJson.Utf8.GetBytes("<html><head><title>" + status.ToString(CultureInfo.InvariantCulture) + "</title></head><body><h1>" + description + "</h1></body></html>"), "text/html");
}
