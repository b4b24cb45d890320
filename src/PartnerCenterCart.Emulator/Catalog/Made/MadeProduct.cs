using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Short words for the tables of made products. Availabilities are tagged with the first letter of their segment; their ids come from <see cref="AvailabilityId"/>.</summary>
internal static class MadeProduct
{
    public const string Publisher = "Microsoft Corporation";

    private const string CloudAgreement = "MicrosoftCloudAgreement";
    private const string CustomerAgreement = "MicrosoftCustomerAgreement";

    private static readonly Dictionary<char, (string Segment, decimal Share)> Segments = new()
    {
        ['C'] = (Segment.Commercial, 1),
        ['E'] = (Segment.Education, 0.5m),
        ['G'] = (Segment.Government, 0.9m),
        ['N'] = (Segment.Nonprofit, 0.4m),
    };

    public static CatalogProduct Of(ItemFamily family, string id, string title, string publisher, string[] views, params CatalogSku[] skus) => new()
    {
        Id = id,
        Title = title,
        Description = title,
        Family = family,
        ProductType = TypeOf(family),
        IsMicrosoftProduct = publisher == Publisher,
        PublisherName = publisher,
        Views = views,
        IsReissued = true,
        Skus = skus,
    };

    public static CatalogItemType TypeOf(ItemFamily family) => family switch
    {
        ItemFamily.NewCommerce => new CatalogItemType { Id = "OnlineServicesNCE" },
        ItemFamily.Reservation => new CatalogItemType { Id = "Azure", SubType = "VirtualMachines" },
        ItemFamily.MarketplaceSaaS => new CatalogItemType { Id = "Azure", SubType = "SaaS" },
        _ => new CatalogItemType { Id = "Software" },
    };

    /// <param name="id">Four characters.</param>
    /// <param name="title">Of the SKU.</param>
    /// <param name="price">A month of a one-year term, in US dollars.</param>
    /// <param name="segments">First letters: CEGN.</param>
    /// <param name="most">Maximum quantity.</param>
    /// <param name="more">Terms besides the usual three.</param>
    /// <param name="bases">product:sku of the SKUs that an add-on needs.</param>
    public static CatalogSku Seat(string id, string title, decimal price, string segments = "C", int most = 10_000, IEnumerable<CatalogTerm>? more = null, string[]? bases = null)
    {
        List<CatalogTerm> terms = [.. MadeTerms.Usual(ItemFamily.NewCommerce, price), .. more ?? []];
        return Sku(id, title, terms, segments) with
        {
            MaximumQuantity = most,
            PurchasePrerequisites = [CustomerAgreement],
            DynamicAttributes = new JObject
            {
                ["isMicrosoftProduct"] = true,
                ["hasConstraints"] = most < 10_000,
                ["isAddon"] = bases is not null,
                ["prerequisiteSkus"] = new JArray(bases ?? []),
                ["isSoftwareAssuranceApplicable"] = false,
                ["internal"] = false,
            },
        };
    }

    public static CatalogSku Trial(string id, string title, int most = 25) =>
        Seat(id, title + " (trial)", 0, "C", most) with
        {
            IsTrial = true,
            SupportedBillingCycles = [BillingCycle.None],
            Availabilities = [new CatalogAvailability { Id = "C", Terms = [MadeTerms.Of("P1M", BillingCycle.None, 0, "One-Month trial")] }],
        };

    public static CatalogSku Sku(string id, string title, IReadOnlyList<CatalogTerm> terms, string segments = "C") => new()
    {
        Id = id,
        Title = title,
        Description = title,
        MinimumQuantity = 1,
        MaximumQuantity = 1000,
        SupportedBillingCycles = terms.Select(term => term.Cycle).Distinct().ToList(),
        PurchasePrerequisites = [CloudAgreement],
        Actions = ["Refund"],
        DynamicAttributes = new JObject { ["isMicrosoftProduct"] = true, ["internal"] = false },
        Availabilities = segments.Select(letter => new CatalogAvailability { Id = letter.ToString(), Segment = Segments[letter].Segment, Terms = terms.At(Segments[letter].Share) }).ToList(),
    };

    public static CatalogProduct SoldIn(this CatalogProduct product, params string[] countries) => product with { Countries = countries };
}
