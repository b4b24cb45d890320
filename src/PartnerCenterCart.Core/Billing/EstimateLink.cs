namespace PartnerCenterCart;

/// <summary>A ready-made way to open charges.</summary>
public sealed class EstimateLink : PartnerResource
{
    /// <summary>Such as <c>daily_rated_usage</c> and <c>non_consumption</c>.</summary>
    public string? Type { get; set; }

    /// <summary>In the language of the call.</summary>
    public string? Title { get; set; }

    /// <summary>In the language of the call.</summary>
    public string? Description { get; set; }

    /// <summary>A text of <see cref="BillingPeriod"/> in the service's spelling: <c>Current</c>, <c>Previous</c>.</summary>
    public string? Period { get; set; }

    /// <summary>The line items.</summary>
    public Link? Link { get; set; }

    /// <summary>Title and period.</summary>
    public override string ToString() => $"{Title} ({Period})";
}
