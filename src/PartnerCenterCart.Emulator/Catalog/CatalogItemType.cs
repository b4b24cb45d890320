namespace PartnerCenterCart.Emulation;

internal sealed record CatalogItemType
{
    public string Id { get; init; } = string.Empty;

    public string? SubType { get; init; }
}
