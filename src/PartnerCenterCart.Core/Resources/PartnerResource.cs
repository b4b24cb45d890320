using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// What every resource of the service shares: members that this version does not model, and the exact text of values
/// that .NET would write differently, survive a read followed by a write (contract: models.md, section 0).
/// </summary>
public abstract class PartnerResource
{
    [JsonExtensionData]
    private Dictionary<string, JToken>? unknownMembers;

    private Dictionary<string, WireForm>? wireForms;

    private protected PartnerResource()
    {
    }

    /// <summary>Members that the service sent and this version does not model, by wire name; never null.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, object?> AdditionalProperties => PlainValue.FromMembers(unknownMembers);

    /// <summary>Whether there are any; cheaper than to look at them.</summary>
    internal bool HasUnknown => unknownMembers is { Count: > 0 };

    /// <summary>Puts back a member that an object of another shape has carried.</summary>
    internal void KeepUnknown(string member, object? value) => KeepUnknown(member, value == null ? JValue.CreateNull() : JToken.FromObject(value));

    /// <summary>Keeps a member that this version does not model.</summary>
    internal void KeepUnknown(string member, JToken value) => (unknownMembers ??= new Dictionary<string, JToken>())[member] = value;

    /// <summary>Keeps what came over the wire for one member, to write it back while the value stays the same.</summary>
    internal void Remember(string member, object? value, JToken raw) =>
        (wireForms ??= new Dictionary<string, WireForm>())[member] = new WireForm(value, raw);

    /// <summary>The text that came for this member, or null where the value has changed since or was written canonically.</summary>
    internal virtual JToken? WireFormOf(string member, object? currentValue) =>
        wireForms != null && wireForms.TryGetValue(member, out WireForm form) && Equals(form.Value, currentValue) ? form.Raw : null;

    private readonly struct WireForm
    {
        public WireForm(object? value, JToken raw)
        {
            Value = value;
            Raw = raw;
        }

        public object? Value { get; }

        public JToken Raw { get; }
    }
}
