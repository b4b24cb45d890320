using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Subscription (models.md section 7) in the member order of the published answers; legacy ones lack what new commerce brought.</summary>
internal sealed record SubscriptionView
{
    private const string NoEnd = "9999-12-10T00:00:00Z";

    // Seeds without a date of their own are this old.
    private static readonly DateTimeOffset LongAgo = new(2024, 1, 15, 9, 30, 0, TimeSpan.Zero);

    public string? Id { get; init; }

    public string? EntitlementId { get; init; }

    public string? OfferId { get; init; }

    public string? OfferName { get; init; }

    public string? FriendlyName { get; init; }

    public ItemTypeView? ProductType { get; init; }

    public int Quantity { get; init; }

    public string? UnitType { get; init; }

    public string? ParentSubscriptionId { get; init; }

    public bool? HasPurchasableAddons { get; init; }

    public string? CreationDate { get; init; }

    public string? EffectiveStartDate { get; init; }

    public string? CommitmentEndDate { get; init; }

    public string? CommitmentEndDateTime { get; init; }

    public string? Status { get; init; }

    public bool AutoRenewEnabled { get; init; }

    public bool? IsTrial { get; init; }

    public string? BillingType { get; init; }

    public string? BillingCycle { get; init; }

    public string? TermDuration { get; init; }

    public string? RenewalTermDuration { get; init; }

    public bool? IsMicrosoftProduct { get; init; }

    public string? PartnerId { get; init; }

    public bool? AttentionNeeded { get; init; }

    public bool? ActionTaken { get; init; }

    public string? ContractType { get; init; }

    public ResourceLinks? Links { get; init; }

    public string? PublisherName { get; init; }

    public string? PromotionId { get; init; }

    public string? OrderId { get; init; }

    public ResourceAttributes? Attributes { get; init; }

    public static SubscriptionView Of(SubscriptionRecord record, CustomerRecord customer, CatalogIndex catalog)
    {
        CatalogItem item = catalog.Find(record.OfferId) ?? throw new InvalidOperationException("The subscription " + record.Id + " is of an unknown offer.");
        DateTimeOffset created = record.CreatedAt ?? record.ExistsFrom ?? record.CommitmentEnd?.AddMonths(-Math.Max(1, Emulation.TermDuration.Months(record.TermDuration))) ?? LongAgo;
        bool usage = item.Family is ItemFamily.LegacyAzure or ItemFamily.AzurePlan;
        var view = new SubscriptionView
        {
            Id = record.Id,
            EntitlementId = record.EntitlementId,
            OfferId = record.OfferId,
            OfferName = item.Title,
            FriendlyName = record.FriendlyName ?? item.Title,
            Quantity = record.Quantity,
            UnitType = usage ? "Usage-based" : item.Family == ItemFamily.SavingsPlan ? "Benefit" : "Licenses",
            ParentSubscriptionId = record.ParentSubscriptionId,
            CreationDate = Timestamp.Text(created),
            EffectiveStartDate = Date(created),
            CommitmentEndDate = record.CommitmentEnd is { } end ? Date(end) : NoEnd,
            Status = record.Status,
            AutoRenewEnabled = !usage && !item.Sku.IsTrial,
            BillingType = usage ? "usage" : item.Family == ItemFamily.SavingsPlan ? "benefit" : "license",
            BillingCycle = record.BillingCycle,
            PartnerId = record.PartnerId,
            ContractType = "subscription",
            PromotionId = record.PromotionId,
            OrderId = record.OrderId,
        };
        return item.IsLegacy ? Legacy(view, customer) : Modern(view, record, item, customer);
    }

    private static SubscriptionView Legacy(SubscriptionView view, CustomerRecord customer) => view with
    {
        IsTrial = view.BillingType == "usage" ? null : false,
        Links = new ResourceLinks
        {
            Offer = ResourceLink.Get("/offers/" + view.OfferId + "?country=" + customer.Country),
            ParentSubscription = Parent(view, customer),
            Self = ResourceLink.Get(ResourcePath.Subscription(customer.Id, view.Id!)),
        },
        Attributes = new ResourceAttributes { Etag = Etag.Of(view.Id!.ToLowerInvariant()), ObjectType = "Subscription" },
    };

    private static SubscriptionView Modern(SubscriptionView view, SubscriptionRecord record, CatalogItem item, CustomerRecord customer)
    {
        string country = "?country=" + customer.Country;
        string availability = record.OfferId.Substring(record.OfferId.LastIndexOf(':') + 1);
        return view with
        {
            ProductType = ItemTypeView.Of(item.Product.ProductType),
            HasPurchasableAddons = item.Sku.DynamicAttributes.Value<bool?>("hasAddOns") == true,
            CommitmentEndDateTime = record.CommitmentEnd is { } end ? Date(end).Substring(0, 10) + "T23:59:59Z" : null,
            IsTrial = item.Sku.IsTrial,
            TermDuration = record.TermDuration ?? string.Empty,
            RenewalTermDuration = string.Empty,
            IsMicrosoftProduct = item.Product.IsMicrosoftProduct,
            PartnerId = view.PartnerId ?? string.Empty,
            AttentionNeeded = false,
            ActionTaken = false,
            Links = new ResourceLinks
            {
                Product = ResourceLink.Get(ResourcePath.Product(item.Product.Id) + country),
                Sku = ResourceLink.Get(ResourcePath.Sku(item.Product.Id, item.Sku.Id) + country),
                Availability = ResourceLink.Get(ResourcePath.Availability(item.Product.Id, item.Sku.Id, availability) + country),
                ParentSubscription = Parent(view, customer),
                Self = ResourceLink.Get(ResourcePath.Subscription(customer.Id, view.Id!)),
            },
            PublisherName = item.Product.PublisherName,
            Attributes = ResourceAttributes.Of("Subscription"),
        };
    }

    private static ResourceLink? Parent(SubscriptionView view, CustomerRecord customer) =>
        view.ParentSubscriptionId is { } parent ? ResourceLink.Get(ResourcePath.Subscription(customer.Id, parent)) : null;

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddT00:00:00Z", CultureInfo.InvariantCulture);
}
