using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Every difference between a published body and an answer: "-path" is missing, "+path" is new, "~path" has another value.</summary>
internal static class JsonDifference
{
    public static IReadOnlyList<string> Between(JToken published, JToken answered) => Compare(published, answered, string.Empty).ToList();

    private static IEnumerable<string> Compare(JToken published, JToken answered, string path)
    {
        switch (published, answered)
        {
            case (JObject one, JObject other):
                foreach (string name in one.Properties().Select(property => property.Name).Union(other.Properties().Select(property => property.Name)))
                {
                    string member = path.Length == 0 ? name : path + "." + name;
                    IEnumerable<string> differences = (one[name], other[name]) switch
                    {
                        (null, _) => ["+" + member],
                        (_, null) => ["-" + member],
                        var (left, right) => Compare(left, right, member),
                    };
                    foreach (string difference in differences)
                    {
                        yield return difference;
                    }
                }

                break;
            case (JArray one, JArray other) when one.Count == other.Count:
                for (int index = 0; index < one.Count; index++)
                {
                    foreach (string difference in Compare(one[index], other[index], path + "[" + index + "]"))
                    {
                        yield return difference;
                    }
                }

                break;
            default:
                if (!JToken.DeepEquals(published, answered) && !SameNumber(published, answered))
                {
                    yield return "~" + path;
                }

                break;
        }
    }

    private static bool SameNumber(JToken one, JToken other) =>
        one.Type is JTokenType.Integer or JTokenType.Float && other.Type is JTokenType.Integer or JTokenType.Float && one.Value<decimal>() == other.Value<decimal>();
}
