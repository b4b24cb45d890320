namespace PartnerCenterCart;

/// <summary>Names the model of a resource and its version; harmless in requests.</summary>
public sealed class ResourceAttributes : PartnerResource
{
    /// <summary>Name of the model, such as <c>Cart</c> or <c>Collection</c>.</summary>
    public string? ObjectType { get; set; }

    /// <summary>Opaque version stamp for <c>If-Match</c>; legacy resources alone have one.</summary>
    public string? Etag { get; set; }

    /// <summary>The model.</summary>
    public override string ToString() => ObjectType ?? string.Empty;
}
