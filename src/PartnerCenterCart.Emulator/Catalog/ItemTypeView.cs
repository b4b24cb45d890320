namespace PartnerCenterCart.Emulation;

/// <summary>ItemType (models.md section 3); published display names equal the ids.</summary>
internal sealed record ItemTypeView
{
    public string? Id { get; init; }

    public string? DisplayName { get; init; }

    public ItemTypeView? SubType { get; init; }

    public static ItemTypeView Of(CatalogItemType type) => new()
    {
        Id = type.Id,
        DisplayName = type.Id,
        SubType = type.SubType is null ? null : new ItemTypeView { Id = type.SubType, DisplayName = type.SubType },
    };
}
