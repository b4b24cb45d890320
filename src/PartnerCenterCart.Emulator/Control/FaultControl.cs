using System;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

internal sealed class FaultControl(EmulatorBrain brain)
{
    private static readonly string[] Members =
    [
        "operation", "status", "code", "description", "times", "delaySeconds", "resetConnection", "truncateBody", "retryAfter", "errorBody",
        "byteOrderMark", "applyWork", "orderGroup", "lineError", "exportError", "exportStatus", "unknownMembers", "unknownEnumValues", "numbersAsText", "doubledHeaders", "pascalCase", "chance", "seed",
    ];

    public EmulatorResponse List() => EmulatorResponse.Json(200, new { items = brain.Faults.Rules });

    public EmulatorResponse Add(EmulatorRequest request)
    {
        JObject json = ControlBody.Parse(request.Body, Members);
        if (ControlBody.Member(json, "operation")?.Type != JTokenType.String)
        {
            throw new ControlFault("The body needs operation. Allowed: " + string.Join(", ", Operations()) + ".");
        }

        return EmulatorResponse.Json(201, brain.Faults.Add(Checked(ControlBody.Read<FaultRule>(json))));
    }

    private string[] Operations() => [FaultRule.Any, .. brain.Routes.OperationIds];

    private FaultRule Checked(FaultRule rule)
    {
        if (rule.Status is < 200 or > 599)
        {
            throw new ControlFault("status is an HTTP status from 200 to 599.");
        }

        if (rule.Times < 0)
        {
            throw new ControlFault("times is 0 (until removed) or more.");
        }

        if (rule.DelaySeconds is not (>= 0 and <= 3600))
        {
            throw new ControlFault("delaySeconds is from 0 to 3600.");
        }

        if (rule.Chance is not (null or (>= 0 and <= 1)))
        {
            throw new ControlFault("chance is from 0 to 1, or null for every request.");
        }

        if (rule.LineError is not null && ErrorTable.FindCartError(rule.LineError) is null)
        {
            throw new ControlFault("'" + rule.LineError + "' is no CartErrorCode. Allowed: " + string.Join(", ", ErrorTable.CartErrorNames) + ".");
        }

        ControlBody.ByteOrderMark(rule.ByteOrderMark);
        return rule with
        {
            Operation = ControlBody.OneOf(rule.Operation, Operations()),
            ResetConnection = rule.ResetConnection is null ? null : ControlBody.OneOf(rule.ResetConnection, "before", "after"),
            ErrorBody = rule.ErrorBody is null ? null : ControlBody.OneOf(rule.ErrorBody, FaultShape.All),
        };
    }
}
