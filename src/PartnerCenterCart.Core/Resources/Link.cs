using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Where a related resource is; relative to the version root, sometimes with <c>/v1</c> in front.</summary>
public sealed class Link : PartnerResource
{
    /// <summary>The target as the service wrote it, malformed queries included.</summary>
    public string? Uri { get; set; }

    /// <summary>HTTP verb.</summary>
    public string? Method { get; set; }

    /// <summary>Headers to send when following the link, such as <c>MS-ContinuationToken</c>.</summary>
    public List<LinkHeader>? Headers { get; set; }

    /// <summary>Body to send when following the link; normally missing.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? Body { get; set; }

    /// <summary>The target, which is what a reader of a table wants to see.</summary>
    public override string ToString() => Uri ?? string.Empty;
}
