using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>CartCheckoutResult (models.md section 5); orderErrors is missing when there are none.</summary>
internal sealed record CheckoutResult
{
    public IReadOnlyList<OrderBody> Orders { get; init; } = [];

    public IReadOnlyList<OrderError>? OrderErrors { get; init; }

    public IReadOnlyList<object> AdditionalInformation { get; init; } = [];

    public ResourceAttributes Attributes { get; init; } = ResourceAttributes.Of("CartCheckoutResult");
}
