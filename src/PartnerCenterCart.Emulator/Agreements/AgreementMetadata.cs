namespace PartnerCenterCart.Emulation;

/// <summary>AgreementMetaData (models.md section 10).</summary>
internal sealed record AgreementMetadata
{
    public const string CloudAgreement = "MicrosoftCloudAgreement";
    public const string CustomerAgreement = "MicrosoftCustomerAgreement";

    // Published ids and links.
    public static readonly AgreementMetadata[] All =
    [
        new() { TemplateId = "998b88de-aa99-4388-a42c-1b3517d49490", AgreementType = CloudAgreement, AgreementLink = "https://learn.microsoft.com/partner-center/agreements" },
        new() { TemplateId = "117a77b0-9360-443b-8795-c6dedc750cf9", AgreementType = CustomerAgreement, AgreementLink = "https://aka.ms/customeragreement" },
    ];

    public string? TemplateId { get; init; }

    public string? AgreementType { get; init; }

    public string? AgreementLink { get; init; }

    public int VersionRank { get; init; }
}
