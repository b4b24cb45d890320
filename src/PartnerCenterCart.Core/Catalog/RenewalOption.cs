namespace PartnerCenterCart;

/// <summary>What can follow a term.</summary>
public sealed class RenewalOption : PartnerResource
{
    /// <summary>For <see cref="RenewsTo.TermDuration"/>.</summary>
    public string? TermDuration { get; set; }

    /// <summary>The same for people.</summary>
    public string? Description { get; set; }

    /// <summary>The term.</summary>
    public override string ToString() => TermDuration ?? string.Empty;
}
