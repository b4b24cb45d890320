using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>agreements.create: the partner says that a person at the customer accepted an agreement.</summary>
internal sealed class AgreementConfirm
{
    private readonly StripedLock customers = new();

    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("agreements.create", "POST", "/customers/{customerId}/agreements", Create) { Credential = Credential.UserOnly };
    }

    private EmulatorResponse Create(OperationContext context)
    {
        JObject body = WireJson.ParseRequest(context.Request.Body);
        Sent sent = WireJson.ReadRequest<Sent>(body);
        AgreementMetadata template = Check(sent, context.Now);
        var confirmation = new AgreementConfirmation
        {
            PrimaryContact = sent.PrimaryContact!,
            TemplateId = template.TemplateId!,
            DateAgreed = Timestamp.TryParse(sent.DateAgreed, out DateTimeOffset date) ? date.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) : string.Empty,
            Type = template.AgreementType!,
        };

        // Two confirmations at once must not overwrite each other.
        lock (customers[context.Value("customerId")])
        {
            CustomerRecord customer = context.Customer;
            if (AgreementOperations.Confirmed(template, customer).Any(known => confirmation.PrimaryContact.IsSamePerson(known.PrimaryContact)))
            {
                throw new ServiceFault("600061");
            }

            return context.Commit(
                EmulatorResponse.Json(201, AgreementView.Of(template, confirmation)),
                [customer with { Confirmations = [.. customer.Confirmations, confirmation] }]);
        }
    }

    private static AgreementMetadata Check(Sent sent, DateTimeOffset now)
    {
        string[] missing =
        [
            .. sent.PrimaryContact?.Missing() ?? ["primaryContact"],
            .. new[] { ("templateId", sent.TemplateId), ("dateAgreed", sent.DateAgreed), ("type", sent.Type) }.Where(member => string.IsNullOrWhiteSpace(member.Item2)).Select(member => member.Item1),
        ];
        if (missing.Length > 0)
        {
            throw new ServiceFault("3000", "The confirmation lacks: " + string.Join(", ", missing) + ".");
        }

        if (!Timestamp.TryParse(sent.DateAgreed, out DateTimeOffset agreed) || agreed > now.AddDays(1))
        {
            throw new ServiceFault("3000", "The dateAgreed is no date, or lies in the future.");
        }

        AgreementMetadata? template = AgreementMetadata.All.FirstOrDefault(known => string.Equals(known.TemplateId, sent.TemplateId, StringComparison.OrdinalIgnoreCase));
        return template is not null && string.Equals(template.AgreementType, sent.Type, StringComparison.OrdinalIgnoreCase)
            ? template
            : throw new ServiceFault("3000", "The templateId is not one of a " + sent.Type + "; GET /v1/agreements tells it.");
    }

    private sealed record Sent
    {
        public AgreementContact? PrimaryContact { get; init; }

        public string? TemplateId { get; init; }

        public string? DateAgreed { get; init; }

        public string? Type { get; init; }
    }
}
