using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Terms and invented prices of products that are not from the contract.</summary>
internal static class MadeTerms
{
    // The same rates that the seeds were priced with.
    private const decimal EuroRate = 0.95m;
    private const decimal PoundRate = 0.81m;

    /// <param name="family">What is sold.</param>
    /// <param name="price">US dollars: a month of a one-year term for seats and SaaS, a copy of software.</param>
    public static IReadOnlyList<CatalogTerm> Usual(ItemFamily family, decimal price) => family switch
    {
        ItemFamily.NewCommerce =>
        [
            Of("P1M", BillingCycle.Monthly, price * 1.2m, "One-Month commitment for monthly billing"),
            Of("P1Y", BillingCycle.Monthly, price, "One-Year commitment for monthly billing"),
            Of("P1Y", BillingCycle.Annual, price * 12, "One-Year commitment for annual billing"),
        ],
        ItemFamily.MarketplaceSaaS => [Of("P1M", BillingCycle.Monthly, price), Of("P1Y", BillingCycle.Annual, price * 10.8m)],
        _ => [Of(null, BillingCycle.OneTime, price)],
    };

    public static CatalogTerm[] ThreeYears(decimal price) =>
    [
        Of("P3Y", BillingCycle.Annual, price * 11.4m, "Three-Year commitment for annual billing"),
        Of("P3Y", BillingCycle.Triennial, price * 34.2m, "Three-Year commitment for triennial billing"),
    ];

    public static CatalogTerm Of(string? duration, string cycle, decimal price, string? description = null) => new()
    {
        Duration = duration,
        Cycle = cycle,
        Description = description,
        Prices = new Dictionary<string, decimal> { ["USD"] = Rounded(price), ["EUR"] = Rounded(price * EuroRate), ["GBP"] = Rounded(price * PoundRate) },
    };

    /// <summary>The same terms for a segment that pays a share of the price.</summary>
    public static IReadOnlyList<CatalogTerm> At(this IEnumerable<CatalogTerm> terms, decimal share) =>
        terms.Select(term => term with { Prices = term.Prices!.ToDictionary(price => price.Key, price => Rounded(price.Value * share)) }).ToList();

    private static decimal Rounded(decimal price) => Math.Round(price, 2, MidpointRounding.AwayFromZero);
}
