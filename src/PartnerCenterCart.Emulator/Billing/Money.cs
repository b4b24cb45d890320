using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Cents, taxes and exchange rates; the latter two are invented and do not change.</summary>
internal static class Money
{
    private static readonly Dictionary<string, decimal> Taxes = new()
    {
        ["US"] = 0.0725m,
        ["GB"] = 0.20m,
        ["CH"] = 0.081m,
        ["CA"] = 0.05m,
        ["AU"] = 0.10m,
        ["JP"] = 0.10m,
        ["SE"] = 0.25m,
        ["NO"] = 0.25m,
        ["DK"] = 0.25m,
        ["DE"] = 0.19m,
    };

    private static readonly Dictionary<string, decimal> Rates = new()
    {
        ["USD"] = 1,
        ["EUR"] = 0.9215m,
        ["GBP"] = 0.7904m,
        ["CHF"] = 0.8841m,
    };

    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Rounded for each line, so that the lines of an invoice add up to its total.</summary>
    public static decimal Tax(decimal subtotal, string country) => Round(subtotal * (Taxes.TryGetValue(country, out decimal rate) ? rate : 0.21m));

    /// <summary>Usage is priced in US dollars.</summary>
    public static decimal RateFromDollars(string currency) => Rates.TryGetValue(currency, out decimal rate) ? rate : 1;
}
