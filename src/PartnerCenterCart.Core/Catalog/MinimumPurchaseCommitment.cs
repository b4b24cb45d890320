namespace PartnerCenterCart;

/// <summary>The least that a savings plan can commit to.</summary>
public sealed class MinimumPurchaseCommitment : PartnerResource
{
    /// <summary>The period of the amount: <c>Hourly</c>.</summary>
    public string? Grain { get; set; }

    /// <summary>Currency of the amount: an object, although the name suggests text.</summary>
    public CurrencyInfo? CurrencyCode { get; set; }

    /// <summary>Amount per grain; text on the wire.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Amount, currency and grain in one line.</summary>
    public override string ToString() => $"{Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture)} {CurrencyCode} {Grain}";
}
