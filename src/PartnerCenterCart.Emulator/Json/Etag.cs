using System;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Base64 of {"id":..,"version":1}, the form of the published etags.</summary>
internal static class Etag
{
    public static string Of(string id)
    {
        var content = new JObject { ["id"] = id, ["version"] = 1 };
        return Convert.ToBase64String(WireJson.Utf8.GetBytes(content.ToString(Newtonsoft.Json.Formatting.None)));
    }
}
