namespace PartnerCenterCart;

/// <summary>What follows a trial.</summary>
public sealed class RenewsTo : PartnerResource
{
    /// <summary>Term of the paid renewal as an ISO 8601 duration: <c>P1M</c>, <c>P1Y</c>.</summary>
    public string? TermDuration { get; set; }

    /// <summary>The term.</summary>
    public override string ToString() => TermDuration ?? string.Empty;
}
