namespace PartnerCenterCart.Emulation;

/// <summary>Address (models.md section 1): region in company profiles, state and names in billing profiles.</summary>
internal sealed record AddressView
{
    public string? Country { get; init; }

    public string? Region { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? AddressLine1 { get; init; }

    public string? PostalCode { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? PhoneNumber { get; init; }

    public static AddressView Of(CustomerRecord customer, bool billing)
    {
        (string region, string city, string code) = customer.Country switch
        {
            "DE" => ("BY", "München", "80331"),
            "GB" => ("LND", "London", "EC1A 1BB"),
            "US" => ("WA", "Redmond", "98052"),
            _ => ("ZH", "Sampletown", "8000"),
        };
        (string first, string last) = SampleText.Person(customer.Id);
        return new AddressView
        {
            Country = customer.Country,
            Region = billing ? null : region,
            City = city,
            State = billing ? region : null,
            AddressLine1 = (1 + (StableHash.Of(customer.Id) % 200)).ToString(System.Globalization.CultureInfo.InvariantCulture) + " Sample Way",
            PostalCode = code,
            FirstName = billing ? first : null,
            LastName = billing ? last : null,
            PhoneNumber = "5550100" + (StableHash.Of(customer.Id) % 100).ToString("D2", System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
