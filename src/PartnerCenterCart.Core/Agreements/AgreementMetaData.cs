using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>An agreement that can be confirmed.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class AgreementMetaData : PartnerResource
{
    /// <summary>For <see cref="Agreement.TemplateId"/>.</summary>
    public string? TemplateId { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.AgreementType"/>; documents call it <c>type</c>.</summary>
    public string? AgreementType { get; set; }

    /// <summary>The text of the agreement.</summary>
    public string? AgreementLink { get; set; }

    /// <summary>Higher is newer.</summary>
    public int? VersionRank { get; set; }

    // The name in the documents (contract: behaviours.md, section 13).
    [JsonProperty("type")]
    private string? DocumentedType
    {
        set => AgreementType ??= value;
    }

    /// <summary>The kind.</summary>
    public override string ToString() => AgreementType ?? string.Empty;
}
