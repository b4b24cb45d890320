using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>customTermEndDate (behaviours.md section 7, rules): the end of a held subscription or of a month, within the first term.</summary>
internal static class TermEndCheck
{
    public static CartLineError? FirstError(CartLine line, CatalogItem item, PurchaseContext context)
    {
        // The 0001-01-01 sentinel means "no date" (models.md section 0).
        if (string.IsNullOrEmpty(line.CustomTermEndDate) || line.CustomTermEndDate!.StartsWith("0001-01-01", StringComparison.Ordinal))
        {
            return null;
        }

        if (item.Family != ItemFamily.NewCommerce || item.Sku.IsTrial)
        {
            return CartLineError.Of("InvalidCustomTermEndDateProduct");
        }

        if (!Timestamp.TryParse(line.CustomTermEndDate, out DateTimeOffset end)
            || end.Date < context.Now.UtcDateTime.Date
            || end.Date > context.Now.AddMonths(TermDuration.Months(line.TermDuration)).UtcDateTime.Date)
        {
            return CartLineError.Of("InvalidCustomTermEndDate");
        }

        bool lastOfMonth = end.AddDays(1).Day == 1;
        bool monthlyOnLateDay = TermDuration.Months(line.TermDuration) == 1 && end.Day >= 28;
        bool subscriptionEnd = context.Subscriptions.Any(held => held.IsActive(context.Now)
            && held.CommitmentEnd?.UtcDateTime.Date == end.UtcDateTime.Date
            && context.Catalog.Find(held.OfferId)?.Sku.IsTrial != true);
        return lastOfMonth || (subscriptionEnd && !monthlyOnLateDay) ? null : CartLineError.Of("InvalidCustomTermEndDate");
    }
}
