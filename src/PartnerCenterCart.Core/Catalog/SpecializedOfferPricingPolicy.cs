using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>A discount of a partner-specific offer.</summary>
public sealed class SpecializedOfferPricingPolicy : PartnerResource
{
    /// <summary>Kind of discount; documents also call it <c>type</c>.</summary>
    public string? PolicyType { get; set; }

    /// <summary>Amount, as the service writes it.</summary>
    public string? Value { get; set; }

    // The name in the documents (contract: behaviours.md, section 13).
    [JsonProperty("type")]
    private string? DocumentedPolicyType
    {
        set => PolicyType ??= value;
    }

    /// <summary>Kind and amount in one line.</summary>
    public override string ToString() => $"{PolicyType} {Value}";
}
