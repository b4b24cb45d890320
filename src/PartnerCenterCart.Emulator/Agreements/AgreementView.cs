namespace PartnerCenterCart.Emulation;

/// <summary>Agreement: a confirmation on file (models.md section 10).</summary>
internal sealed record AgreementView
{
    public AgreementContact? PrimaryContact { get; init; }

    public string? TemplateId { get; init; }

    /// <summary>Without an offset in lists, as published.</summary>
    public string? DateAgreed { get; init; }

    public string? Type { get; init; }

    public string? AgreementLink { get; init; }

    public static AgreementView Of(AgreementMetadata template, CustomerRecord customer)
    {
        (string first, string last) = SampleText.Person(customer.Id);
        return new AgreementView
        {
            PrimaryContact = new AgreementContact { FirstName = first, LastName = last, Email = first.ToLowerInvariant() + "@" + customer.Domain, PhoneNumber = "1234567890" },
            TemplateId = template.TemplateId,
            DateAgreed = "2019-08-26T00:00:00",
            Type = template.AgreementType,
            AgreementLink = template.AgreementLink,
        };
    }

    public static AgreementView Of(AgreementMetadata template, AgreementConfirmation confirmation) => new()
    {
        PrimaryContact = confirmation.PrimaryContact,
        TemplateId = confirmation.TemplateId,
        DateAgreed = confirmation.DateAgreed,
        Type = confirmation.Type,
        AgreementLink = template.AgreementLink,
    };
}
