namespace PartnerCenterCart;

/// <summary>A person at the customer.</summary>
public sealed class Contact : PartnerResource
{
    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Telephone.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Name and mail address in one line.</summary>
    public override string ToString() => $"{FirstName} {LastName} ({Email})";
}
