using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>Reads a line to see that it is one, and keeps nothing of it.</summary>
internal sealed class SkippedJsonRow : JsonRow
{
    public override void Read(JsonTextReader json) => json.Skip();
}
