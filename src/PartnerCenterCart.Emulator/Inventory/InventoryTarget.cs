namespace PartnerCenterCart.Emulation;

/// <summary>The members of InventoryItem that a request has.</summary>
internal sealed record InventoryTarget
{
    public string? ProductId { get; init; }

    public string? SkuId { get; init; }
}
