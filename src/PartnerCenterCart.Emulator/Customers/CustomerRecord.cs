namespace PartnerCenterCart.Emulation;

internal sealed record CustomerRecord
{
    public string Id { get; init; } = string.Empty;

    public string CompanyName { get; init; } = string.Empty;

    public string Domain { get; init; } = string.Empty;

    public string Country { get; init; } = "US";

    /// <summary>commercial, education, government or nonprofit: what the catalog shows and sells.</summary>
    public string Segment { get; init; } = "commercial";

    public CustomerStanding Standing { get; init; }

    /// <summary>Whether the Microsoft Customer Agreement is confirmed; without it new-commerce purchases fail (13605).</summary>
    public bool CustomerAgreement { get; init; } = true;

    /// <summary>The customer accepted the agreement himself, so that the partner has no confirmation on file.</summary>
    public bool DirectSigned { get; init; }

    /// <summary>Partner id of the indirect reseller who looks after the customer.</summary>
    public string? AssociatedPartnerId { get; init; }

    [Newtonsoft.Json.JsonIgnore]
    public string Currency => Market.Currency(Country);
}
