using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Add-ons belong to a base: legacy ones by nesting or ParentSubscriptionId, new-commerce ones by seats (behaviours.md section 6.10).</summary>
internal static class AddOnCheck
{
    public const string Parent = "parentSubscriptionId";

    public static CartLineError? FirstError(CartLine line, CatalogItem item, PurchaseContext context, CartLine? baseLine)
    {
        if (baseLine is not null && !item.IsLegacy)
        {
            return CartLineError.Of("InvalidInput", "addonItems is for traditional licences; send this item as a line of its own.");
        }

        return item.Family switch
        {
            ItemFamily.LegacyLicence when item.IsAddOn => Legacy(line, item, context, baseLine),
            ItemFamily.NewCommerce when item.IsAddOn => Seats(line, item, context),
            _ => null,
        };
    }

    private static CartLineError? Legacy(CartLine line, CatalogItem item, PurchaseContext context, CartLine? baseLine)
    {
        string? baseOffer = baseLine?.CatalogItemId;
        if (baseLine is null)
        {
            SubscriptionRecord? parent = context.Subscription(line.Context(Parent));
            if (parent is null || !parent.IsActive(context.Now))
            {
                return CartLineError.Of("SubscriptionIsNotValid", "An add-on needs an active base subscription in " + Parent + ".");
            }

            baseOffer = parent.OfferId;
        }

        return item.PrerequisiteOffers.Contains(baseOffer, StringComparer.OrdinalIgnoreCase)
            ? null
            : CartLineError.Of("InvalidInput", "The add-on does not belong to the base offer.");
    }

    // Seats of the base in this cart and in what the customer holds already.
    private static CartLineError? Seats(CartLine line, CatalogItem item, PurchaseContext context)
    {
        string[] bases = item.PrerequisiteSkus.ToArray();
        if (bases.Length == 0)
        {
            return null;
        }

        bool IsBase(string? offer) => context.Catalog.Find(offer) is { } found && bases.Contains(found.ProductAndSku, StringComparer.OrdinalIgnoreCase);
        long seats = context.Lines.Where(other => IsBase(other.CatalogItemId)).Sum(other => (long)(other.Quantity ?? 0))
            + context.Subscriptions.Where(held => held.IsActive(context.Now) && IsBase(held.OfferId)).Sum(held => (long)held.Quantity);
        return seats >= line.Quantity ? null : CartLineError.Of("BaseOfferSeatQuantityNotMet");
    }
}
