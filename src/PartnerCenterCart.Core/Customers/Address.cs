using System.Linq;

namespace PartnerCenterCart;

/// <summary>A postal address (contract: models.md, section 1).</summary>
public sealed class Address : PartnerResource
{
    /// <summary>ISO two-letter code.</summary>
    public string? Country { get; set; }

    /// <summary>Region; company profiles use this.</summary>
    public string? Region { get; set; }

    /// <summary>State or province; billing profiles use this.</summary>
    public string? State { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>First line.</summary>
    public string? AddressLine1 { get; set; }

    /// <summary>Second line.</summary>
    public string? AddressLine2 { get; set; }

    /// <summary>Third line; seen in other areas of the service.</summary>
    public string? AddressLine3 { get; set; }

    /// <summary>District; seen in other areas of the service.</summary>
    public string? District { get; set; }

    /// <summary>Contact at the address.</summary>
    public string? FirstName { get; set; }

    /// <summary>Contact at the address.</summary>
    public string? MiddleName { get; set; }

    /// <summary>Contact at the address.</summary>
    public string? LastName { get; set; }

    /// <summary>Mandatory for some countries (600051).</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Seen in other areas of the service.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Seen in other areas of the service.</summary>
    public string? Id { get; set; }

    /// <summary>The parts that are filled, in one line.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { AddressLine1, AddressLine2, AddressLine3, PostalCode, City, State ?? Region, Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
