using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Contact (models.md section 1).</summary>
internal sealed record AgreementContact
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? PhoneNumber { get; init; }

    /// <summary>Required members that are blank.</summary>
    public IEnumerable<string> Missing() => new[] { ("firstName", FirstName), ("lastName", LastName), ("email", Email) }
        .Where(member => string.IsNullOrWhiteSpace(member.Item2)).Select(member => "primaryContact." + member.Item1);

    /// <summary>"Same contact again" (endpoints.md): the person is known by the mail address.</summary>
    public bool IsSamePerson(AgreementContact? other) => string.Equals(Email?.Trim(), other?.Email?.Trim(), StringComparison.OrdinalIgnoreCase);
}
