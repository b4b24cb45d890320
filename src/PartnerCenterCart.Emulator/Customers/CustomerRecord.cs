namespace PartnerCenterCart.Emulation;

internal sealed record CustomerRecord
{
    public string Id { get; init; } = string.Empty;

    public string CompanyName { get; init; } = string.Empty;

    public string Domain { get; init; } = string.Empty;

    public string Country { get; init; } = "US";

    public CustomerStanding Standing { get; init; }

    /// <summary>Whether the Microsoft Customer Agreement is confirmed; without it new-commerce purchases fail (13605).</summary>
    public bool CustomerAgreement { get; init; } = true;

    [Newtonsoft.Json.JsonIgnore]
    public string Currency => Market.Currency(Country);
}
