namespace PartnerCenterCart;

/// <summary>A header that belongs to a link.</summary>
public sealed class LinkHeader : PartnerResource
{
    /// <summary>Header name.</summary>
    public string? Key { get; set; }

    /// <summary>Header value, to be sent unchanged.</summary>
    public string? Value { get; set; }
}
