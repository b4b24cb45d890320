using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Customer (models.md section 2): short in lists, whole in single reads.</summary>
internal sealed record CustomerView
{
    public string? Id { get; init; }

    public string? CommerceId { get; init; }

    public CompanyProfileView? CompanyProfile { get; init; }

    public BillingProfileView? BillingProfile { get; init; }

    public string? RelationshipToPartner { get; init; }

    public bool? AllowDelegatedAccess { get; init; }

    public IReadOnlyList<string>? CustomDomains { get; init; }

    public string? AssociatedPartnerId { get; init; }

    public ResourceLinks? Links { get; init; }

    public ResourceAttributes? Attributes { get; init; }

    public static CustomerView InList(CustomerRecord customer) => new()
    {
        Id = customer.Id,
        CompanyProfile = CompanyProfileView.InList(customer),
        RelationshipToPartner = "reseller",
        Links = ResourceLinks.To(ResourcePath.Customer(customer.Id)),
        Attributes = ResourceAttributes.Of("Customer"),
    };

    public static CustomerView Single(CustomerRecord customer) => InList(customer) with
    {
        CommerceId = SampleText.Guid(customer.Id + "/commerce"),
        CompanyProfile = CompanyProfileView.Single(customer),
        BillingProfile = BillingProfileView.Of(customer),
        AllowDelegatedAccess = true,
        CustomDomains = [customer.Domain],
        AssociatedPartnerId = customer.AssociatedPartnerId,
    };
}
