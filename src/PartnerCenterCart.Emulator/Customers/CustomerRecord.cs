using System.Collections.Generic;
using System.Linq;

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

    /// <summary>Whether the Microsoft Customer Agreement was confirmed from the start; without it new-commerce purchases fail (13605).</summary>
    public bool CustomerAgreement { get; init; } = true;

    /// <summary>The customer accepted the agreement himself, so that the partner has no confirmation on file.</summary>
    public bool DirectSigned { get; init; }

    /// <summary>What was confirmed since.</summary>
    public IReadOnlyList<AgreementConfirmation> Confirmations { get; init; } = [];

    /// <summary>Partner id of the indirect reseller who looks after the customer.</summary>
    public string? AssociatedPartnerId { get; init; }

    /// <summary>Whether new commerce can be bought for it.</summary>
    [Newtonsoft.Json.JsonIgnore]
    public bool HasCustomerAgreement => CustomerAgreement || Confirmations.Any(confirmation => confirmation.Type == AgreementMetadata.CustomerAgreement);

    [Newtonsoft.Json.JsonIgnore]
    public string Currency => Market.Currency(Country);
}
