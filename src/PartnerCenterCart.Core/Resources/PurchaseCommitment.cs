namespace PartnerCenterCart;

/// <summary>What a savings plan commits to.</summary>
public sealed class PurchaseCommitment : PartnerResource
{
    /// <summary>Amount per grain.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Currency code, which the service writes in lower case.</summary>
    public string? Currency { get; set; }

    /// <summary>The period of the amount: <c>hourly</c>.</summary>
    public string? Grain { get; set; }

    /// <summary>Amount, currency and grain in one line.</summary>
    public override string ToString() => $"{Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Currency} {Grain}";
}
