using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>Gives a line the term and the billing cycle of its availability, where there is no choice left.</summary>
internal static class LineTerms
{
    public static void Choose(CartLineItem line, Availability availability)
    {
        string? term = CartCheck.TermDuration(line.TermDuration);
        string? cycle = CartCheck.BillingCycle(line.BillingCycle);
        IReadOnlyList<PurchaseOption> all = PurchaseOption.Of(availability, null);
        List<PurchaseOption> fitting = all.Where(option => option.Fits(term, cycle)).ToList();
        if (fitting.Count == 0)
        {
            throw PartnerException.InvalidInput(
                $"{availability.CatalogItemId} is not sold by {string.Join(" ", new[] { term, cycle }.Where(part => part != null))}. It is sold by: {Listed(all)}.",
                "Use one of these pairs of -TermDuration and -BillingCycle.");
        }

        line.TermDuration = term ?? Single(availability, fitting.Select(option => option.TermDuration), "terms", "-TermDuration", all);
        line.BillingCycle = cycle ?? Single(
            availability, fitting.Where(option => option.TermDuration == null || option.TermDuration == line.TermDuration).Select(option => option.BillingCycle), "billing cycles", "-BillingCycle", all);
    }

    private static string? Single(Availability availability, IEnumerable<string?> values, string what, string parameter, IReadOnlyList<PurchaseOption> all)
    {
        List<string?> distinct = values.Distinct().ToList();
        return distinct.Count == 1
            ? distinct[0]
            : throw PartnerException.InvalidInput($"{availability.CatalogItemId} is sold by several {what}: {Listed(all)}.", $"Choose with {parameter}.");
    }

    private static string Listed(IEnumerable<PurchaseOption> options) => string.Join(", ", options.Select(option => option.ToString()));
}
