using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Products, SKUs and availabilities as the service shows them, in the member order of the published answers.</summary>
internal static class CatalogViews
{
    public static ProductView Product(CatalogProduct product, string country) => new()
    {
        Id = product.Id,
        Title = product.Title,
        Description = product.Description ?? product.Title,
        ProductType = ItemTypeView.Of(product.ProductType),
        IsMicrosoftProduct = product.IsMicrosoftProduct,
        PublisherName = product.PublisherName,
        Links = new ResourceLinks
        {
            Skus = Link(ResourcePath.Skus(product.Id), country),
            Self = Link(ResourcePath.Product(product.Id), country),
        },
        LocalizedAttributes = product.LocalizedAttributes,
    };

    /// <param name="product">The owner.</param>
    /// <param name="sku">Of the product.</param>
    /// <param name="country">Goes into the links and the currency of a least commitment.</param>
    /// <param name="segment">The target segment that was asked for; it goes into the link to the availabilities, as published.</param>
    public static SkuView Sku(CatalogProduct product, CatalogSku sku, string country, string? segment) => new()
    {
        Id = sku.Id,
        ProductId = product.Id,
        Title = sku.Title,
        Description = sku.Description ?? sku.Title,
        MinimumQuantity = sku.MinimumQuantity,
        MaximumQuantity = sku.MaximumQuantity,
        MinimumPurchaseCommitment = sku.MinimumCommitment is { } least
            ? new CommitmentView { Grain = "Hourly", CurrencyCode = CurrencyView.Of(country), Amount = least.ToString(System.Globalization.CultureInfo.InvariantCulture) }
            : null,
        IsTrial = sku.IsTrial,
        SupportedBillingCycles = sku.SupportedBillingCycles,
        PurchasePrerequisites = sku.PurchasePrerequisites,
        InventoryVariables = sku.InventoryVariables,
        ProvisioningVariables = sku.ProvisioningVariables,
        Actions = sku.Actions,
        DynamicAttributes = sku.DynamicAttributes,
        AttestationProperties = sku.AttestationType is null ? null : new AttestationView { EnforceAttestation = true, AttestationType = sku.AttestationType },
        ConsumptionType = sku.ConsumptionType,
        SpecializedOfferProperties = sku.SpecializedOfferProperties,
        Links = new ResourceLinks
        {
            Availabilities = Link(ResourcePath.Availabilities(product.Id, sku.Id), country, segment),
            Self = Link(ResourcePath.Sku(product.Id, sku.Id), country),
        },
    };

    /// <param name="item">With the id of the moment.</param>
    /// <param name="country">Where it is shown.</param>
    /// <param name="embedded">Single reads and lists of a customer carry the product and the SKU.</param>
    public static AvailabilityView Availability(CatalogItem item, string country, bool embedded)
    {
        // Offer ids have no colons; the last part is the id of the availability.
        string id = item.Id.Substring(item.Id.LastIndexOf(':') + 1);
        bool seats = item.Family == ItemFamily.NewCommerce;
        IReadOnlyList<TermView>? terms = Terms(item);
        return new AvailabilityView
        {
            Id = id,
            ProductId = item.Product.Id,
            SkuId = item.Sku.Id,
            CatalogItemId = item.Id,
            DefaultCurrency = CurrencyView.Of(country),
            Segment = item.Availability.Segment,
            Country = country,
            IsPurchasable = item.Availability.IsPurchasable,
            IsRenewable = !item.Sku.IsTrial && item.Family is ItemFamily.NewCommerce or ItemFamily.SoftwareSubscription or ItemFamily.MarketplaceSaaS,
            // Published reservations leave the member out.
            RenewalInstructions = item.Family == ItemFamily.Reservation ? null
                : seats && !item.Sku.IsTrial ? [RenewalInstructionView.Of(terms!.Select(term => term.Id!), item.ProductAndSku)]
                : [],
            Terms = terms,
            Links = new ResourceLinks { Self = Link(ResourcePath.Availability(item.Product.Id, item.Sku.Id, id), country) },
            Product = embedded ? Product(item.Product, country) : null,
            Sku = embedded ? Sku(item.Product, item.Sku, country, null) : null,
        };
    }

    // Items without a term have no terms; reservations and savings plans tell durations only (published availabilities).
    private static List<TermView>? Terms(CatalogItem item)
    {
        List<CatalogTerm> terms = item.Availability.Terms.Where(term => term.Duration is not null).ToList();
        if (terms.Count == 0)
        {
            return null;
        }

        return item.Family is ItemFamily.Reservation or ItemFamily.SavingsPlan
            ? terms.GroupBy(term => term.Duration).Select(group => new TermView { Duration = group.Key, Description = group.First().Description }).ToList()
            : terms.Select(term => Term(item, term)).ToList();
    }

    private static TermView Term(CatalogItem item, CatalogTerm term) => new()
    {
        Id = term.Id ?? TermId(item, term),
        Duration = term.Duration,
        Description = term.Description ?? string.Empty,
        BillingCycle = BillingCycle.Title(term.Cycle),
        CancellationPolicies = item.Family is ItemFamily.NewCommerce or ItemFamily.SoftwareSubscription ? [CancellationPolicyView.Full(item.Family == ItemFamily.NewCommerce ? "P1D" : "P30D")] : null,
    };

    private static string TermId(CatalogItem item, CatalogTerm term) =>
        StableHash.Of(item.ProductAndSku + item.Availability.Id + term.Duration + term.Cycle).ToString("x12", System.Globalization.CultureInfo.InvariantCulture).Substring(0, 12);

    private static ResourceLink Link(string path, string country, string? segment = null) =>
        ResourceLink.Get(path + "?country=" + country + (segment is null ? string.Empty : "&targetSegment=" + segment));
}
