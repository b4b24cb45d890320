using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What of the catalog one request can see: a country, or a customer with country, segment and eligibility (endpoints.md, Catalog).</summary>
internal sealed class CatalogScope
{
    private readonly CatalogIndex catalog;
    private readonly OperationContext context;
    private readonly CustomerRecord? customer;
    private readonly bool everySegment;
    private readonly ReservationScope reservations;
    private readonly Lazy<bool> hasAzurePlan;

    private CatalogScope(CatalogIndex catalog, OperationContext context, CustomerRecord? customer, bool list)
    {
        this.catalog = catalog;
        this.context = context;
        this.customer = customer;
        Country = customer?.Country ?? Market.Parse(context.Query["country"]);
        // Single reads take no segment, and find everything that has an id.
        everySegment = !list;
        TargetSegment = list ? Segment.Parse(context.Query["targetSegment"]) : null;
        if (customer is not null && TargetSegment is not null && TargetSegment != customer.Segment && TargetSegment != Segment.Commercial)
        {
            throw new ServiceFault("400030", "The customer is of the segment " + customer.Segment + ".");
        }

        reservations = Reservations(context.Query["reservationScope"]);
        hasAzurePlan = new Lazy<bool>(() => new PurchaseContext(customer!, context.State, [], catalog, context.Now, context.Issue).HasActiveAzurePlan());
    }

    public string Country { get; }

    public string? TargetSegment { get; }

    public static CatalogScope ForList(CatalogIndex catalog, OperationContext context, CustomerRecord? customer) => new(catalog, context, customer, list: true);

    public static CatalogScope ForSingle(CatalogIndex catalog, OperationContext context, CustomerRecord? customer) => new(catalog, context, customer, list: false);

    /// <summary>The products of the view that was asked for.</summary>
    public ItemList<CatalogProduct> Products()
    {
        string text = context.Query["targetView"] ?? throw new ServiceFault("3000", "The targetView is missing; use one of " + string.Join(", ", TargetView.All) + ".");
        string view = TargetView.All.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServiceFault("400036", "The target view '" + text + "' is not allowed; use " + string.Join(", ", TargetView.All) + ".");
        List<CatalogProduct> own = catalog.Products.Where(product => product.Views.Contains(view) && Shows(product)).ToList();
        // Numbered products are commercial.
        int numbered = TargetSegment is null or Segment.Commercial && (customer is null || customer.Segment == Segment.Commercial || view != TargetView.OnlineServices)
            && context.Settings.GeneratedProducts.TryGetValue(view, out int count) ? count : 0;
        return new ItemList<CatalogProduct>(own.Count + numbered, index => index < own.Count ? own[index] : NumberedProducts.Make(view, index - own.Count + 1));
    }

    public CatalogProduct Product(string id)
    {
        CatalogProduct? product = catalog.FindProduct(id);
        return product is not null && NumberedProducts.IsWanted(product, context.Settings.GeneratedProducts) && Shows(product) ? product : throw new ServiceFault("400013");
    }

    public IReadOnlyList<CatalogSku> Skus(CatalogProduct product) => product.Skus.Where(sku => Shows(product, sku)).ToList();

    public CatalogSku Sku(CatalogProduct product, string id) =>
        CatalogIndex.FindSku(product, id) is { } sku && Shows(product, sku) ? sku : throw new ServiceFault("400018");

    public IReadOnlyList<CatalogItem> Availabilities(CatalogProduct product, CatalogSku sku) =>
        sku.Availabilities.Where(availability => Shows(product, sku, availability)).Select(availability => CatalogIndex.ItemIn(product, sku, availability, Country, context.Issue)).ToList();

    public CatalogItem Availability(CatalogProduct product, CatalogSku sku, string id)
    {
        CatalogItem item = Availabilities(product, sku).FirstOrDefault(found => string.Equals(found.Id.Substring(found.Id.LastIndexOf(':') + 1), id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServiceFault("400019");
        // A failure with a success status (behaviours.md section 10.6).
        return item.Availability.IsPurchasable ? item : throw new ServiceFault("400072");
    }

    private static ReservationScope Reservations(string? text) => text is null ? ReservationScope.Legacy
        : string.Equals(text, nameof(ReservationScope.AzurePlan), StringComparison.OrdinalIgnoreCase) ? ReservationScope.AzurePlan
        : throw new ServiceFault("3000", "'" + text + "' is no reservationScope; use AzurePlan or leave it out.");

    private bool Shows(CatalogProduct product) =>
        (product.Countries is null || product.Countries.Contains(Country))
        // Offers are another catalog, and a savings plan needs a customer with an Azure plan.
        && product.Family != ItemFamily.LegacyLicence
        && (product.Family != ItemFamily.SavingsPlan || (customer is not null && hasAzurePlan.Value))
        && product.Skus.Any(sku => Shows(product, sku));

    private bool Shows(CatalogProduct product, CatalogSku sku) =>
        (sku.Scope is null || sku.Scope == reservations) && sku.Availabilities.Any(availability => Shows(product, sku, availability));

    private bool Shows(CatalogProduct product, CatalogSku sku, CatalogAvailability availability)
    {
        string segment = availability.Segment;
        if (TargetSegment is not null && segment != TargetSegment)
        {
            return false;
        }

        if (customer is null)
        {
            return everySegment || TargetSegment is not null || segment != Segment.Nonprofit;
        }

        // Seats are sold per segment; everything else is sold to everybody, in a segment's own form where there is one.
        return segment == customer.Segment
            || (segment == Segment.Commercial && product.Family != ItemFamily.NewCommerce && sku.Availabilities.All(other => other.Segment != customer.Segment));
    }
}
