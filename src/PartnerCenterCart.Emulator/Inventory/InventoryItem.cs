using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>InventoryItem of an answer (models.md section 3).</summary>
internal sealed record InventoryItem
{
    public string? ProductId { get; init; }

    public string? SkuId { get; init; }

    public bool IsRestricted { get; init; }

    public IReadOnlyList<InventoryRestriction> Restrictions { get; init; } = [];
}
