using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Product (models.md section 3).</summary>
internal sealed record ProductView
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public ItemTypeView? ProductType { get; init; }

    public bool IsMicrosoftProduct { get; init; }

    public string? PublisherName { get; init; }

    public ResourceLinks? Links { get; init; }

    public IReadOnlyList<Participant>? LocalizedAttributes { get; init; }
}
