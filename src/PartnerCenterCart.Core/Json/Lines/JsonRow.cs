using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>What a line is parsed into.</summary>
internal abstract class JsonRow
{
    /// <summary>Takes the object at whose beginning the reader stands, and leaves the reader at its end.</summary>
    public abstract void Read(JsonTextReader json);
}
