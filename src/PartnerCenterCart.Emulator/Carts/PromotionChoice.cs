using System.Linq;

namespace PartnerCenterCart.Emulation;

internal static class PromotionChoice
{
    public static bool Applies(Promotion promotion, CartLine line, CatalogItem item, PurchaseContext context) =>
        promotion.IsRunning(context.Now)
        && promotion.DiscountFor(item, line.TermDuration, line.BillingCycle) is not null
        && PromotionCheck.Errors(promotion, line.Quantity ?? 0, item, context, context.Lines.TakeWhile(other => other.Id != line.Id)).Count == 0;

    /// <summary>The promotion of the line, or the best one that needs no id (behaviours.md section 6.1).</summary>
    public static Promotion? For(CartLine line, CatalogItem item, PurchaseContext context) =>
        !string.IsNullOrEmpty(line.PromotionId)
            ? context.Catalog.FindPromotion(line.PromotionId!, context.Now)
            : context.Catalog.RunningPromotions(context.Now)
                .Where(promotion => promotion.IsAutoApplicable && Applies(promotion, line, item, context))
                .OrderByDescending(promotion => promotion.DiscountFor(item, line.TermDuration, line.BillingCycle))
                .FirstOrDefault();
}
