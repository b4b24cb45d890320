using System;

namespace PartnerCenterCart;

/// <summary>How far a subscription is.</summary>
public sealed class SubscriptionProvisioningStatus : PartnerResource
{
    /// <summary>The SKU; a GUID for legacy items.</summary>
    public string? SkuId { get; set; }

    /// <summary><c>none</c>, <c>success</c>, <c>pending</c> or <c>failed</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Licences or instances.</summary>
    public int? Quantity { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? EndDate { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>How far.</summary>
    public override string ToString() => Status ?? string.Empty;
}
