using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>What a parsed line is put into.</summary>
internal abstract class JsonRow
{
    /// <summary>A new line begins.</summary>
    public abstract void Begin();

    /// <summary>A member of the line; the reader stands on the first token of its value and must be left on its last.</summary>
    public abstract void Member(string name, JsonTextReader value);
}
