using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>The failure that a rule asks for, in one of the shapes of behaviours.md section 10.</summary>
internal static class FaultAnswer
{
    // Short, so that tests which follow it do not wait for long; the service's sample says 57.
    private const string DefaultRetryAfter = "1";

    public static EmulatorResponse Of(FaultRule rule, ServiceApi api)
    {
        bool graph = rule.ErrorBody == FaultShape.Graph || (rule.ErrorBody is null && api == ServiceApi.Graph);
        string code = rule.Code ?? (graph ? GraphBodies.CodeFor(rule.Status ?? 500) : CodeFor(rule.Status ?? 500));
        int status = rule.Status ?? ErrorTable.Find(code)?.Status ?? 500;
        string description = rule.Description ?? ErrorTable.Find(code)?.Text ?? "A fault was set in the emulator.";
        string? retryAfter = rule.RetryAfter ?? (status == 429 ? DefaultRetryAfter : null);
        EmulatorResponse answer = graph ? GraphBodies.Error(status, code, description) : (rule.ErrorBody ?? (status == 429 && rule.Code is null ? FaultShape.Throttle : FaultShape.Fault)) switch
        {
            FaultShape.Extended => FaultBodies.Extended(status, code, description),
            FaultShape.Throttle => FaultBodies.Throttle(status, retryAfter, rule.Description),
            FaultShape.Text => FaultBodies.Text(status, description),
            FaultShape.Html => FaultBodies.Html(status, description),
            FaultShape.Empty => EmulatorResponse.Empty(status),
            _ => FaultBodies.ApiFault(status, code, description),
        };
        return string.IsNullOrEmpty(retryAfter) ? answer : answer.With("Retry-After", retryAfter!);
    }

    private static string CodeFor(int status) => status switch
    {
        400 => "800002",
        401 => "800001",
        403 => "2032",
        404 => "1000",
        409 => "800064",
        500 => "800003",
        _ => status.ToString(CultureInfo.InvariantCulture),
    };
}
