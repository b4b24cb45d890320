namespace PartnerCenterCart.Emulation;

/// <summary>CurrencyInfo (models.md section 3).</summary>
internal sealed record CurrencyView
{
    public string? Code { get; init; }

    public string? Symbol { get; init; }

    public static CurrencyView Of(string country)
    {
        string code = Market.Currency(country);
        return new CurrencyView { Code = code, Symbol = Market.Symbol(code) };
    }
}
