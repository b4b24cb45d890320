using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Currency of a customer's country.</summary>
internal static class Market
{
    /// <summary>The emulated partner bills in this currency; a line may name it besides the market's (900169).</summary>
    public const string PartnerCurrency = "USD";

    private static readonly Dictionary<string, string> Currencies = Build();

    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["JPY"] = "¥",
    };

    public static IReadOnlyCollection<string> Countries => Currencies.Keys;

    /// <summary>The country of a query; a missing or unknown one is the caller's mistake.</summary>
    public static string Parse(string? country) =>
        country is null ? throw new ServiceFault("3000", "The country is missing.")
        : Currencies.ContainsKey(country) ? country.ToUpperInvariant()
        : throw new ServiceFault("3000", "'" + country + "' is not a country that the partner sells in; use " + string.Join(", ", Currencies.Keys) + ".");

    public static string Currency(string country) => Currencies.TryGetValue(country, out string? currency) ? currency : PartnerCurrency;

    public static string Symbol(string currency) => Symbols.TryGetValue(currency, out string? symbol) ? symbol : currency;

    private static Dictionary<string, string> Build()
    {
        var currencies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["US"] = "USD",
            ["GB"] = "GBP",
            ["CH"] = "CHF",
            ["CA"] = "CAD",
            ["AU"] = "AUD",
            ["JP"] = "JPY",
            ["SE"] = "SEK",
            ["NO"] = "NOK",
            ["DK"] = "DKK",
        };
        foreach (string country in new[] { "AT", "BE", "DE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "NL", "PT" })
        {
            currencies[country] = "EUR";
        }

        return currencies;
    }
}
