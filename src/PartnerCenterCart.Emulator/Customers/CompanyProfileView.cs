namespace PartnerCenterCart.Emulation;

/// <summary>CustomerCompanyProfile (models.md section 2): address and e-mail only in single reads.</summary>
internal sealed record CompanyProfileView
{
    public string? TenantId { get; init; }

    public string? Domain { get; init; }

    public string? CompanyName { get; init; }

    public AddressView? Address { get; init; }

    public string? Email { get; init; }

    public ResourceLinks? Links { get; init; }

    public ResourceAttributes? Attributes { get; init; }

    public static CompanyProfileView InList(CustomerRecord customer) => new()
    {
        TenantId = customer.Id,
        Domain = customer.Domain,
        CompanyName = customer.CompanyName,
        Links = ResourceLinks.To(ResourcePath.Customer(customer.Id) + "/profiles/company"),
        Attributes = ResourceAttributes.Of("CustomerCompanyProfile"),
    };

    public static CompanyProfileView Single(CustomerRecord customer) => InList(customer) with
    {
        Address = AddressView.Of(customer, billing: false),
        Email = "office@" + customer.Domain,
    };
}
