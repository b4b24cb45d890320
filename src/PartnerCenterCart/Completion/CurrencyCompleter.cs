namespace PartnerCenterCart.Commands;

/// <summary>Currencies of larger markets; any ISO code is accepted.</summary>
public sealed class CurrencyCompleter : ListCompleter
{
    /// <summary>In alphabetical order.</summary>
    public CurrencyCompleter()
        : base("AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "JPY", "KRW", "NOK", "NZD", "SEK", "TWD", "USD")
    {
    }
}
