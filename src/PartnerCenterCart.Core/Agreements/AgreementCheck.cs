using System;
using System.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Refuses confirmations that say too little, before anything is sent.</summary>
internal static class AgreementCheck
{
    /// <summary>A checked copy that can be sent but for its template, which the service tells.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static Agreement Sendable(Agreement agreement, DateTimeOffset now)
    {
        Agreement copy = PartnerJson.Clone(agreement ?? throw new ArgumentNullException(nameof(agreement)));
        copy.Type = string.IsNullOrWhiteSpace(copy.Type) ? AgreementType.MicrosoftCustomerAgreement : CatalogCheck.Documented(copy.Type!, AgreementType.Known, "type of agreement");
        if (copy.Type == AgreementType.All)
        {
            throw PartnerException.InvalidInput("One agreement is confirmed at a time, MicrosoftCustomerAgreement or MicrosoftCloudAgreement.");
        }

        copy.PrimaryContact = Contact(copy.PrimaryContact);
        copy.DateAgreed ??= new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);

        // A day of grace: somewhere it is tomorrow already.
        if (copy.DateAgreed > now.AddDays(1))
        {
            throw PartnerException.InvalidInput($"The date of acceptance, {copy.DateAgreed.Value:yyyy-MM-dd}, lies in the future. An acceptance is confirmed after it happened.");
        }

        copy.TemplateId = string.IsNullOrWhiteSpace(copy.TemplateId) ? null : CatalogCheck.Id(copy.TemplateId, "template id", "117a77b0-9360-443b-8795-c6dedc750cf9", "Leave it out to take the current one.");
        return copy;
    }

    private static Contact Contact(Contact? given)
    {
        Contact contact = given ?? new Contact();
        string[] missing = new[] { ("first name", contact.FirstName), ("last name", contact.LastName), ("mail address", contact.Email) }
            .Where(part => string.IsNullOrWhiteSpace(part.Item2)).Select(part => part.Item1).ToArray();
        if (missing.Length > 0)
        {
            throw PartnerException.InvalidInput($"Of the person at the customer who accepted the agreement this is missing: {string.Join(", ", missing)}.");
        }

        contact.FirstName = contact.FirstName!.Trim();
        contact.LastName = contact.LastName!.Trim();
        contact.Email = contact.Email!.Trim();
        contact.PhoneNumber = string.IsNullOrWhiteSpace(contact.PhoneNumber) ? null : contact.PhoneNumber!.Trim();
        int at = contact.Email.IndexOf('@');
        return at > 0 && at < contact.Email.Length - 1 && !contact.Email.Any(char.IsWhiteSpace)
            ? contact
            : throw PartnerException.InvalidInput($"'{contact.Email}' is not a mail address. One such as tania.carr@contoso.com is expected.");
    }
}
