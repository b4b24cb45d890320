using System;

namespace PartnerCenterCart;

/// <summary>A part that can be given back.</summary>
public sealed class RefundableQuantityDetail : PartnerResource
{
    /// <summary>How much.</summary>
    public int? Quantity { get; set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? AllowedUntilDateTime { get; set; }
}
