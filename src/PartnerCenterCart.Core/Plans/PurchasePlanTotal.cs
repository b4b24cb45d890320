using System.Globalization;

namespace PartnerCenterCart;

/// <summary>What a plan comes to in one currency.</summary>
public sealed class PurchasePlanTotal
{
    internal PurchasePlanTotal(string? currencyCode, int rows, long quantity, decimal? amount)
    {
        CurrencyCode = currencyCode;
        Rows = rows;
        Quantity = quantity;
        Amount = amount;
    }

    /// <summary>Currency; null where the catalogue names none.</summary>
    public string? CurrencyCode { get; }

    /// <summary>Rows in this currency.</summary>
    public int Rows { get; }

    /// <summary>Licences and instances in all.</summary>
    public long Quantity { get; }

    /// <summary>Money before tax; null: unknown, because the catalogue has no price for at least one row.</summary>
    public decimal? Amount { get; }

    /// <summary>The total in words.</summary>
    public override string ToString()
    {
        string rows = Rows == 1 ? "1 row" : Rows.ToString(CultureInfo.InvariantCulture) + " rows";
        return Amount is { } amount
            ? $"{rows} for {amount.ToString("N2", CultureInfo.InvariantCulture)} {CurrencyCode} before tax"
            : $"{rows} in {CurrencyCode ?? "an unknown currency"}, price unknown";
    }
}
