namespace PartnerCenterCart;

/// <summary>Who a customer is.</summary>
public sealed class CustomerCompanyProfile : PartnerResource
{
    /// <summary>Same as the id of the customer.</summary>
    public string? TenantId { get; set; }

    /// <summary>Initial domain, such as <c>contoso.onmicrosoft.com</c>.</summary>
    public string? Domain { get; set; }

    /// <summary>Name of the company.</summary>
    public string? CompanyName { get; set; }

    /// <summary>Required in some countries (600049).</summary>
    public string? OrganizationRegistrationNumber { get; set; }

    /// <summary>Single reads only.</summary>
    public Address? Address { get; set; }

    /// <summary>Single reads only.</summary>
    public string? Email { get; set; }

    /// <summary>Where it is.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Name and domain in one line.</summary>
    public override string ToString() => CompanyName == null ? Domain ?? string.Empty : $"{CompanyName} ({Domain})";
}
