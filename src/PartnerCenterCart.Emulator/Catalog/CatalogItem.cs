using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What a catalog item id stands for: an availability with its SKU and product.</summary>
internal sealed class CatalogItem(CatalogProduct product, CatalogSku sku, CatalogAvailability availability, string? id = null, string? country = null)
{
    public CatalogProduct Product { get; } = product;

    public CatalogSku Sku { get; } = sku;

    public CatalogAvailability Availability { get; } = availability;

    public string Id { get; } = id ?? availability.CatalogItemId ?? product.Id + ":" + sku.Id + ":" + availability.Id;

    /// <summary>Where this id is sold; null for the ids of the contract, which can be put in carts of every country.</summary>
    public string? Country { get; } = country;

    public ItemFamily Family { get; } = availability.Family ?? product.Family;

    public string Title { get; } = availability.Title ?? sku.Title;

    /// <summary>Bought through the old order system: GUID order ids, groups named OMS-n.</summary>
    public bool IsLegacy => Family is ItemFamily.LegacyAzure or ItemFamily.LegacyLicence;

    /// <summary>Whether buying it makes a subscription (behaviours.md section 8, models.md OrderLineItem.subscriptionId).</summary>
    public bool MakesSubscription => Family is not (ItemFamily.PerpetualSoftware or ItemFamily.Reservation);

    public bool IsAddOn => Sku.DynamicAttributes.Value<bool?>("isAddon") == true;

    /// <summary>product:sku texts of the base SKUs that an add-on needs.</summary>
    public IEnumerable<string> PrerequisiteSkus => Texts("prerequisiteSkus");

    /// <summary>Offer ids of the base offers that a legacy add-on needs.</summary>
    public IEnumerable<string> PrerequisiteOffers => Texts("prerequisiteOffers");

    public string ProductAndSku => Product.Id + ":" + Sku.Id;

    public CatalogTerm? FindTerm(string? duration, string? cycle) =>
        Availability.Terms.FirstOrDefault(term => term.Cycle == cycle && string.Equals(term.Duration ?? string.Empty, duration ?? string.Empty, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Texts(string attribute) => Sku.DynamicAttributes[attribute]?.Values<string>().OfType<string>() ?? [];
}
