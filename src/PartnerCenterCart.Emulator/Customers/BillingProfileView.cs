namespace PartnerCenterCart.Emulation;

/// <summary>CustomerBillingProfile (models.md section 2).</summary>
internal sealed record BillingProfileView
{
    public string? Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Culture { get; init; }

    public string? Language { get; init; }

    public string? CompanyName { get; init; }

    public AddressView? DefaultAddress { get; init; }

    public ResourceLinks? Links { get; init; }

    public ResourceAttributes? Attributes { get; init; }

    public static BillingProfileView Of(CustomerRecord customer)
    {
        (string first, string last) = SampleText.Person(customer.Id);
        string culture = customer.Country switch { "DE" => "de-DE", "GB" => "en-GB", _ => "en-US" };
        return new BillingProfileView
        {
            Id = SampleText.Guid(customer.Id + "/billing"),
            FirstName = first,
            LastName = last,
            Email = first.ToLowerInvariant() + "@" + customer.Domain,
            Culture = culture,
            Language = culture.Substring(0, 2),
            CompanyName = customer.CompanyName,
            DefaultAddress = AddressView.Of(customer, billing: true),
            Links = ResourceLinks.To(ResourcePath.Customer(customer.Id) + "/profiles/billing"),
            // A negative number as text, as published.
            Attributes = new ResourceAttributes
            {
                Etag = "-" + (StableHash.Of(customer.Id) >> 2).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ObjectType = "CustomerBillingProfile",
            },
        };
    }
}
