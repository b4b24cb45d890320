using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Answers that are right, but look like those of another day: the quirks of behaviours.md sections 2, 3 and 15.8.</summary>
internal static class Distortion
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly string[] OpenEnums = ["status", "billingCycle", "transactionType", "errorCode", "segment", "supportedBillingCycles", "purchasePrerequisites", "relationshipToPartner"];
    private static readonly string[] DoubledHeaders = [ResponseHeaders.RequestId, ResponseHeaders.CorrelationId, ResponseHeaders.Locale];

    public static EmulatorResponse Apply(EmulatorResponse answer, FaultRule rule)
    {
        bool rewritten = rule.UnknownMembers || rule.UnknownEnumValues || rule.NumbersAsText || rule.PascalCase;
        if (rewritten && IsJson(answer) && answer.Body.Length > 0)
        {
            answer = answer.WithBody(WireJson.WriteBytes(Rewrite(WireJson.Parse(answer.Body), rule, null)));
        }

        if (rule.DoubledHeaders)
        {
            foreach (string header in DoubledHeaders)
            {
                if (answer.Headers.TryGetValue(header, out string? value))
                {
                    answer.With(header, value + "," + value);
                }
            }
        }

        return answer;
    }

    /// <param name="answer">Empty bodies stay empty.</param>
    /// <param name="mark">1, 2 or "questionMark", which is what a byte-order mark becomes in a wrong code page.</param>
    public static EmulatorResponse Mark(EmulatorResponse answer, JToken? mark)
    {
        if (mark is null or { Type: JTokenType.Null } || answer.Body.Length == 0)
        {
            return answer;
        }

        byte[] prefix = mark.Type == JTokenType.Integer
            ? Enumerable.Repeat(ByteOrderMark, mark.Value<int>()).SelectMany(bytes => bytes).ToArray()
            : [(byte)'?'];
        return answer.WithBody([.. prefix, .. answer.Body]);
    }

    private static bool IsJson(EmulatorResponse answer) =>
        answer.Headers.TryGetValue("Content-Type", out string? type) && type.StartsWith("application/json", StringComparison.Ordinal);

    private static JToken Rewrite(JToken token, FaultRule rule, string? name)
    {
        switch (token)
        {
            case JObject source:
                IEnumerable<JProperty> members = source.Properties().Select(member =>
                    new JProperty(rule.PascalCase ? Pascal(member.Name) : member.Name, Rewrite(member.Value, rule, member.Name)));
                var copy = new JObject(members);
                if (rule.UnknownMembers)
                {
                    copy[rule.PascalCase ? "AddedTomorrow" : "addedTomorrow"] = new JObject { ["since"] = "tomorrow", ["values"] = new JArray(1, "two", null!) };
                }

                return copy;
            case JArray array:
                return new JArray(array.Select(item => Rewrite(item, rule, name)));
            case JValue { Type: JTokenType.String } when rule.UnknownEnumValues && OpenEnums.Contains(name):
                return "added_tomorrow";
            case JValue { Type: JTokenType.Integer or JTokenType.Float } number when rule.NumbersAsText:
                return number.ToString(Newtonsoft.Json.Formatting.None);
            default:
                return token.DeepClone();
        }
    }

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
