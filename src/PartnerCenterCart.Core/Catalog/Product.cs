using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What is sold, as a heading: its SKUs are what can be bought (contract: models.md, section 3).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Product : CatalogResource
{
    /// <summary>12 characters; legacy Azure products have a GUID or <c>MS-AZR-0145P</c>.</summary>
    public string? Id { get; set; }

    /// <summary>Name, in the language of the call.</summary>
    public string? Title { get; set; }

    /// <summary>What it is, in the language of the call.</summary>
    public string? Description { get; set; }

    /// <summary>Classification; new commerce licences are <c>OnlineServicesNCE</c>.</summary>
    public ItemType? ProductType { get; set; }

    /// <summary>False for a third party's.</summary>
    public bool? IsMicrosoftProduct { get; set; }

    /// <summary>Who makes it; can be missing.</summary>
    public string? PublisherName { get; set; }

    /// <summary>Translated words, where the service sends them.</summary>
    [JsonConverter(typeof(ResourceListConverter<LocalizedAttribute>))]
    public List<LocalizedAttribute>? LocalizedAttributes { get; set; }

    /// <summary>Where it and its SKUs are.</summary>
    public ProductLinks? Links { get; set; }

    /// <summary>Normally missing in the catalogue.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? ProductId => Id;

    /// <summary>Title and id in one line.</summary>
    public override string ToString() => Title == null ? Id ?? string.Empty : $"{Title} ({Id})";

    /// <summary>A copy that shares nothing, with what is known from the call.</summary>
    internal Product Copy()
    {
        Product copy = PartnerJson.Clone(this);
        copy.Know(new CatalogScope(Country, CustomerId, Segment, ReservationScope));
        return copy;
    }
}
