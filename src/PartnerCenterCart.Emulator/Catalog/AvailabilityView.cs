using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Availability (models.md section 3).</summary>
internal sealed record AvailabilityView
{
    public string? Id { get; init; }

    public string? ProductId { get; init; }

    public string? SkuId { get; init; }

    public string? CatalogItemId { get; init; }

    public CurrencyView? DefaultCurrency { get; init; }

    public string? Segment { get; init; }

    public string? Country { get; init; }

    public bool IsPurchasable { get; init; }

    public bool IsRenewable { get; init; }

    public IReadOnlyList<RenewalInstructionView>? RenewalInstructions { get; init; }

    public IReadOnlyList<TermView>? Terms { get; init; }

    public ResourceLinks? Links { get; init; }

    public ProductView? Product { get; init; }

    public SkuView? Sku { get; init; }
}
