using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A document of a purchase that is reviewed.</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class OrderAttachment : PartnerResource
{
    /// <summary>Id of the document.</summary>
    public string? AttachmentId { get; set; }

    /// <summary>Name of its file.</summary>
    public string? FileName { get; set; }

    /// <summary>Size in kilobytes.</summary>
    public int? SizeInKB { get; set; }

    /// <summary><c>POAttachment</c> or <c>TenderAttachment</c>.</summary>
    public string? AttachmentType { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The order; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? OrderId { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => FileName ?? AttachmentId ?? string.Empty;
}
