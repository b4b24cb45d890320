using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A discount that runs for a time (contract: models.md, section 4).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class ProductPromotion : PartnerResource
{
    /// <summary>Looks like a catalog item id: <c>xxx:yyyy:zzz</c>.</summary>
    public string? Id { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>What it gives.</summary>
    public string? Description { get; set; }

    /// <summary>From when.</summary>
    public DateTimeOffset? StartDate { get; set; }

    /// <summary>Until when; the year 9999 means no end.</summary>
    public DateTimeOffset? EndDate { get; set; }

    /// <summary>How it is applied.</summary>
    public ProductPromotionProperties? Properties { get; set; }

    /// <summary>What must be bought for it.</summary>
    [JsonConverter(typeof(ResourceListConverter<ProductPromotionRequiredProduct>))]
    public List<ProductPromotionRequiredProduct>? RequiredProducts { get; set; }

    /// <summary>Who may use it; null when anybody may.</summary>
    public PromotionConstraints? PromotionConstraints { get; set; }

    /// <summary>Normally missing.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? PromotionId => Id;

    /// <summary>Country that it was read for; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? Country { get; set; }

    /// <summary>Segment that was asked for; null when it was read by id. Known from the call.</summary>
    [JsonIgnore]
    public string? Segment { get; set; }

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => Name == null ? Id ?? string.Empty : $"{Name} ({Id})";

    /// <summary>Whether it runs at a time; a missing date does not limit it.</summary>
    public bool RunsAt(DateTimeOffset time) => (StartDate == null || StartDate <= time) && (EndDate == null || time <= EndDate);
}
