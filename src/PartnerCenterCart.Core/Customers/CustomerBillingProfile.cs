using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>Whom bills of a customer go to.</summary>
public sealed class CustomerBillingProfile : PartnerResource
{
    /// <summary>Id of the profile.</summary>
    public string? Id { get; set; }

    /// <summary>Billing contact.</summary>
    public string? FirstName { get; set; }

    /// <summary>Billing contact.</summary>
    public string? LastName { get; set; }

    /// <summary>Billing contact.</summary>
    public string? Email { get; set; }

    /// <summary>Such as <c>en-US</c>.</summary>
    public string? Culture { get; set; }

    /// <summary>Such as <c>en</c>.</summary>
    public string? Language { get; set; }

    /// <summary>Name on the bill.</summary>
    public string? CompanyName { get; set; }

    /// <summary>Address on the bill.</summary>
    public Address? DefaultAddress { get; set; }

    /// <summary>Where it is.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Names the model; carries an etag, which can be a negative number as text.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>The customer, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The company on the bill.</summary>
    public override string ToString() => CompanyName ?? Id ?? string.Empty;
}
