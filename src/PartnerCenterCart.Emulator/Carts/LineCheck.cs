using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The first thing that is wrong with a line, or null. A bad line does not fail the call (behaviours.md section 6.1).</summary>
internal static class LineCheck
{
    private const int MostAdditionalResellers = 5;

    public static CartLineError? FirstError(CartLine line, PurchaseContext context, CartLine? baseLine = null)
    {
        CatalogItem? item = context.Sold(line.CatalogItemId);
        if (item is null)
        {
            return CartLineError.Of("CatalogItemIdIsNotValid");
        }

        return Sold(item)
            ?? TermAndCycle(line, item)
            ?? Quantity(line, item)
            ?? Attestation(line, item)
            ?? Resellers(line)
            ?? AddOnCheck.FirstError(line, item, context, baseLine)
            ?? ProvisioningCheck.FirstError(line, item, context)
            ?? Promotion(line, item, context)
            ?? TermEndCheck.FirstError(line, item, context)
            ?? (item.Sku.SoldOut ? CartLineError.Of("InventoryNotAvailable") : null);
    }

    private static CartLineError? Sold(CatalogItem item) =>
        item.Availability.IsPurchasable ? null
        : CartLineError.Of(item.IsLegacy ? "LegacyOfferNotEligibleForPurchase" : "CatalogItemIdIsNotValid");

    private static CartLineError? TermAndCycle(CartLine line, CatalogItem item)
    {
        string? term = string.IsNullOrEmpty(line.TermDuration) ? null : line.TermDuration;
        switch (item.Family)
        {
            // MS-AZR-0145P is bought with P1Y in one published sample and without a term in others; legacy licences have no term.
            case ItemFamily.LegacyAzure:
            case ItemFamily.LegacyLicence:
                return Offered(item.Availability.Terms.Any(offered => offered.Cycle == line.BillingCycle));

            // newer-facts.md, create cart: these must not carry a term.
            case ItemFamily.AzurePlan:
            case ItemFamily.PerpetualSoftware:
                return term is not null
                    ? CartLineError.Of("InvalidInput", "This catalog item has no term; leave termDuration out.")
                    : Offered(item.FindTerm(null, line.BillingCycle) is not null);

            // The older form carries a duration in the provisioning context, or nothing (behaviours.md section 7).
            case ItemFamily.Reservation when term is null:
                return Offered(item.Availability.Terms.Any(offered => offered.Cycle == line.BillingCycle));

            default:
                return term is null
                    ? CartLineError.Of("InvalidInput", "This catalog item needs a termDuration.")
                    : Offered(item.FindTerm(term, line.BillingCycle) is not null);
        }

        static CartLineError? Offered(bool offered) => offered ? null : CartLineError.Of("BillingPlanNotSupported");
    }

    private static CartLineError? Quantity(CartLine line, CatalogItem item)
    {
        int quantity = line.Quantity ?? 0;
        if (quantity < item.Sku.MinimumQuantity)
        {
            return item.IsAddOn
                ? CartLineError.Of("MinimumAddOnSeatsNotMet")
                : CartLineError.Of("InvalidInput", "The quantity is below the minimum of the SKU.");
        }

        if (quantity <= item.Sku.MaximumQuantity)
        {
            return null;
        }

        // Seats have a code of their own, with the figures that the contract's example shows; other items have none, so the quota code.
        return item.Family is ItemFamily.NewCommerce or ItemFamily.LegacyLicence
            ? CartLineError.Of("MaxAllowedSeatsPerSubscriptionExceeded", null, new Dictionary<string, int> { ["availableQuantity"] = item.Sku.MaximumQuantity, ["purchasedQuantity"] = quantity })
            : CartLineError.Of("QuotaNotAvailable", "The quantity is above the maximum of the SKU.");
    }

    private static CartLineError? Attestation(CartLine line, CatalogItem item) =>
        item.Sku.AttestationType is not null && line.AttestationAccepted != true ? CartLineError.Of("AttestationNotAccepted") : null;

    // "At most 5, EU/EFTA only": the published sample names them for a US customer, so only the number is enforced.
    private static CartLineError? Resellers(CartLine line) =>
        (line.Participants ?? []).Count(ParticipantCheck.IsAdditionalReseller) > MostAdditionalResellers
            ? CartLineError.Of("InvalidInput", "At most five additional resellers can be named.")
            : null;

    private static CartLineError? Promotion(CartLine line, CatalogItem item, PurchaseContext context)
    {
        if (string.IsNullOrEmpty(line.PromotionId))
        {
            return null;
        }

        Promotion? promotion = context.Catalog.FindPromotion(line.PromotionId!, context.Now);
        return promotion is not null && PromotionChoice.Applies(promotion, line, item, context) ? null : CartLineError.Of("InvalidPromotionId");
    }
}
