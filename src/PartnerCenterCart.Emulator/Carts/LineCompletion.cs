using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Takes a line through everything that the service fills in: number and group come before, this adds currency, error, promotion, price.</summary>
internal static class LineCompletion
{
    public static CartLine Fill(CartLine line, PurchaseContext context, CartLine? baseLine = null)
    {
        CatalogItem? item = context.Sold(line.CatalogItemId);
        CartLine known = line with
        {
            CurrencyCode = string.IsNullOrEmpty(line.CurrencyCode) ? context.Customer.Currency : line.CurrencyCode!.ToUpperInvariant(),
            // Modern lines answer {} when empty, legacy ones leave it out (published cart answers).
            ProvisioningContext = line.ProvisioningContext ?? (item?.IsLegacy == true ? null : new System.Collections.Generic.Dictionary<string, string>()),
            AddonItems = line.AddonItems?.Select(addOn => Fill(addOn, context, line)).ToList(),
        };
        CartLineError? error = LineCheck.FirstError(known, context, baseLine);
        if (error is not null || item is null || item.Family != ItemFamily.NewCommerce)
        {
            return known with { Error = error };
        }

        Promotion? promotion = PromotionChoice.For(known, item, context);
        decimal discount = promotion?.DiscountFor(item, known.TermDuration, known.BillingCycle) ?? 0;
        return known with
        {
            Error = null,
            PromotionId = promotion?.Id ?? known.PromotionId,
            Pricing = PriceQuote.For(item, known, discount, context.Now),
        };
    }
}
