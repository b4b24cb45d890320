using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>InventoryCheckRequest (models.md section 3).</summary>
internal sealed record InventoryRequest
{
    public IReadOnlyList<InventoryTarget?>? TargetItems { get; init; }

    public IReadOnlyDictionary<string, string?>? InventoryContext { get; init; }
}
