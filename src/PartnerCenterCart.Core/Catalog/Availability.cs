using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A SKU on its terms, in one country, segment and currency: this is what a line buys (contract: models.md, section 3).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Availability : PartnerResource
{
    /// <summary>Not stable over time (400019); read it right before use.</summary>
    public string? Id { get; set; }

    /// <summary>The product it belongs to.</summary>
    public string? ProductId { get; set; }

    /// <summary>The SKU it belongs to.</summary>
    public string? SkuId { get; set; }

    /// <summary><c>product:sku:availability</c>, for <see cref="CartLineItem.CatalogItemId"/>; reissued regularly.</summary>
    public string? CatalogItemId { get; set; }

    /// <summary>Currency of the country.</summary>
    public CurrencyInfo? DefaultCurrency { get; set; }

    /// <summary>A text of <see cref="TargetSegment"/>.</summary>
    public string? Segment { get; set; }

    /// <summary>Two letters.</summary>
    public string? Country { get; set; }

    /// <summary>Whether it can be bought now.</summary>
    public bool? IsPurchasable { get; set; }

    /// <summary>Whether it renews.</summary>
    public bool? IsRenewable { get; set; }

    /// <summary>What a term can renew to.</summary>
    [JsonConverter(typeof(ResourceListConverter<RenewalInstruction>))]
    public List<RenewalInstruction>? RenewalInstructions { get; set; }

    /// <summary>Pairs of duration and billing cycle; missing where there is no term.</summary>
    [JsonConverter(typeof(ResourceListConverter<AvailabilityTerm>))]
    public List<AvailabilityTerm>? Terms { get; set; }

    /// <summary>Quantities that are included.</summary>
    [JsonConverter(typeof(ResourceListConverter<AvailabilityIncludedQuantity>))]
    public List<AvailabilityIncludedQuantity>? IncludedQuantityOptions { get; set; }

    /// <summary>The product; single reads and lists of a customer only.</summary>
    public Product? Product { get; set; }

    /// <summary>The SKU; single reads and lists of a customer only.</summary>
    public Sku? Sku { get; set; }

    /// <summary>Where it is.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? AvailabilityId => Id;

    /// <summary>Customer that it was read for; null when it was read for a country. Known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Reservation scope that was asked for; null when none was. Known from the call.</summary>
    [JsonIgnore]
    public string? ReservationScope { get; set; }

    /// <summary>Currency that it is priced in.</summary>
    [JsonIgnore]
    public string? CurrencyCode => DefaultCurrency?.Code;

    /// <summary>The one of its terms that was chosen; null until one is. Not part of the resource.</summary>
    [JsonIgnore]
    public string? TermDuration { get; set; }

    /// <summary>The billing cycle that was chosen; null until one is. Not part of the resource.</summary>
    [JsonIgnore]
    public string? BillingCycle { get; set; }

    /// <summary>Catalog item id, country and segment in one line.</summary>
    public override string ToString() => $"{CatalogItemId ?? Id} ({Country}, {Segment})";

    internal static void Complete(Availability availability, string productId, string skuId, CatalogScope scope)
    {
        availability.ProductId ??= productId;
        availability.SkuId ??= skuId;
        availability.Country ??= scope.Country;
        availability.CustomerId = scope.CustomerId;
        availability.ReservationScope = scope.ReservationScope;
        availability.Product?.Know(scope);
        if (availability.Sku != null)
        {
            Sku.Complete(availability.Sku, availability.ProductId, scope);
        }
    }
}
