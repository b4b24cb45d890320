using System.IO;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Seeds and tables that travel inside the assembly.</summary>
internal static class EmbeddedData
{
    public static T Read<T>(string name)
    {
        using Stream stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("The assembly holds no resource with this name.", name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        JToken token = WireJson.Parse(reader.ReadToEnd());
        return WireJson.Read<T>(token);
    }
}
