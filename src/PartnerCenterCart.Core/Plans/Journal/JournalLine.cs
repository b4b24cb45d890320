using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>
/// One line of a journal: an object whose first member counts the lines and whose last is a checksum of all before it. What was
/// torn off, filled with zeros or edited by hand is recognised by it.
/// </summary>
internal static class JournalLine
{
    private const string Number = "n";
    private const string SumStart = ",\"sum\":\"";
    private const string SumEnd = "\"}";
    private const int SumBytes = 8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The line with its end.</summary>
    public static byte[] Write(long number, JObject content)
    {
        content.AddFirst(new JProperty(Number, number));
        string open = content.ToString(Formatting.None);
        open = open.Substring(0, open.Length - 1);
        return Utf8.GetBytes(open + SumStart + Sum(open) + SumEnd + "\n");
    }

    /// <summary>The content of a line without its end; null when it is not what was written as the line of that number; null takes any number.</summary>
    public static JObject? Read(byte[] bytes, int start, int length, long? number)
    {
        try
        {
            string line = Utf8.GetString(bytes, start, length);
            int sum = line.Length - SumEnd.Length - (2 * SumBytes) - SumStart.Length;
            if (sum <= 0 || !line.EndsWith(SumEnd, System.StringComparison.Ordinal) || string.CompareOrdinal(line, sum, SumStart, 0, SumStart.Length) != 0)
            {
                return null;
            }

            string open = line.Substring(0, sum);
            if (line.Substring(sum + SumStart.Length, 2 * SumBytes) != Sum(open))
            {
                return null;
            }

            using var reader = new JsonTextReader(new System.IO.StringReader(line)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            JObject content = JObject.Load(reader);
            return content[Number] is JValue { Type: JTokenType.Integer } own && (number == null || own.Value<long>() == number) ? content : null;
        }
        catch (System.Exception e) when (e is JsonException or System.ArgumentException or System.OverflowException)
        {
            return null;
        }
    }

    private static string Sum(string text)
    {
        using var sha = SHA256.Create();
        return PlanWish.Hex(sha.ComputeHash(Utf8.GetBytes(text)), SumBytes);
    }

}
