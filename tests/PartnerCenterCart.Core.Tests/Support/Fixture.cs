using System;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Payload files: "core/..." written for these tests, "contract/..." copied from the wire contract.</summary>
internal static class Fixture
{
    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", path));

    public static JObject Json(string path) => (JObject)Parse(Text(path));

    /// <summary>As it is written: dates stay text, numbers keep their digits.</summary>
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.Load(reader);
    }
}
