using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>One shape of a product: what can be bought, in which quantities and cycles, and what it needs (contract: models.md, section 3).</summary>
[JsonConverter(typeof(ObjectOnlyConverter))]
public sealed class Sku : CatalogResource
{
    /// <summary>Four characters with leading zeros, such as <c>0001</c>; unique inside the product only.</summary>
    public string? Id { get; set; }

    /// <summary>The product it belongs to.</summary>
    public string? ProductId { get; set; }

    /// <summary>Name, in the language of the call.</summary>
    public string? Title { get; set; }

    /// <summary>What it is, in the language of the call.</summary>
    public string? Description { get; set; }

    /// <summary>Least of one purchase.</summary>
    public int? MinimumQuantity { get; set; }

    /// <summary>Most of one purchase; 999999999 means no limit.</summary>
    public int? MaximumQuantity { get; set; }

    /// <summary>Whether it is a trial.</summary>
    public bool? IsTrial { get; set; }

    /// <summary>Where its terms of use are.</summary>
    public string? TermsOfUseUri { get; set; }

    /// <summary>Texts of <see cref="BillingCycleType"/> that a line may use.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? SupportedBillingCycles { get; set; }

    /// <summary>What has to be done before; <see cref="PurchasePrerequisite"/> knows the documented ones.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? PurchasePrerequisites { get; set; }

    /// <summary>Keys that the inventory check needs, in PascalCase.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? InventoryVariables { get; set; }

    /// <summary>Keys that <see cref="CartLineItem.ProvisioningContext"/> needs.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? ProvisioningVariables { get; set; }

    /// <summary>What can be done with it later, such as <c>Refund</c>.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public List<string>? Actions { get; set; }

    /// <summary>Further limits.</summary>
    [JsonConverter(typeof(ResourceListConverter<Constraint>))]
    public List<Constraint>? Constraints { get; set; }

    /// <summary>Free form, any of them may be missing; <see cref="DynamicAttribute"/> finds one whatever its case.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? DynamicAttributes { get; set; }

    /// <summary>Whether a line must accept an attestation; null when not.</summary>
    public SkuAttestationProperties? AttestationProperties { get; set; }

    /// <summary>Such as <c>overage</c>.</summary>
    public string? ConsumptionType { get; set; }

    /// <summary>Partner-specific offers only; documents show one object or a list.</summary>
    [JsonConverter(typeof(ResourceListConverter<SpecializedOfferProperties>))]
    public List<SpecializedOfferProperties>? SpecializedOfferProperties { get; set; }

    /// <summary>Savings plans only.</summary>
    public MinimumPurchaseCommitment? MinimumPurchaseCommitment { get; set; }

    /// <summary>Where it and its availabilities are.</summary>
    public SkuLinks? Links { get; set; }

    /// <summary>Normally missing in the catalogue.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? SkuId => Id;

    /// <summary>Whether the service calls it an add-on; null when it does not say.</summary>
    [JsonIgnore]
    public bool? IsAddon => DynamicAttribute("isAddon") as bool?;

    /// <summary>A free-form attribute by name, whatever its case; null when it is missing.</summary>
    public object? DynamicAttribute(string name) =>
        DynamicAttributes?.Where(attribute => string.Equals(attribute.Key, name, StringComparison.OrdinalIgnoreCase)).Select(attribute => attribute.Value).FirstOrDefault();

    /// <summary>Whether it must be bought after this, a text of <see cref="PurchasePrerequisite"/>.</summary>
    public bool Requires(string prerequisite) => PurchasePrerequisites?.Any(text => PurchasePrerequisite.Known.Same(text, prerequisite)) == true;

    /// <summary>Title and ids in one line.</summary>
    public override string ToString() => Title == null ? $"{ProductId}:{Id}" : $"{Title} ({ProductId}:{Id})";

    /// <summary>A copy that shares nothing, with what is known from the call.</summary>
    internal Sku Copy()
    {
        Sku copy = PartnerJson.Clone(this);
        copy.Know(new CatalogScope(Country, CustomerId, Segment, ReservationScope));
        return copy;
    }

    internal static void Complete(Sku sku, string? productId, CatalogScope scope)
    {
        sku.ProductId ??= productId;
        sku.Know(scope);
    }
}
