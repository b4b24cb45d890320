using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The reads of endpoints.md, Agreements.</summary>
internal static class AgreementOperations
{
    private const string Type = "agreementType";
    private const string CloudAgreement = "MicrosoftCloudAgreement";
    private const string CustomerAgreement = "MicrosoftCustomerAgreement";
    private const string Every = "*";

    // Published ids and links.
    private static readonly AgreementMetadata[] Templates =
    [
        new() { TemplateId = "998b88de-aa99-4388-a42c-1b3517d49490", AgreementType = CloudAgreement, AgreementLink = "https://learn.microsoft.com/partner-center/agreements" },
        new() { TemplateId = "117a77b0-9360-443b-8795-c6dedc750cf9", AgreementType = CustomerAgreement, AgreementLink = "https://aka.ms/customeragreement" },
    ];

    public static IEnumerable<Operation> Operations()
    {
        const string Customer = "/customers/{customerId}";
        yield return new Operation("agreements.metadata", "GET", "/agreements", Metadata) { Credential = Credential.UserOnly };
        yield return new Operation("agreements.list", "GET", Customer + "/agreements", List);
        yield return new Operation("agreements.directSignStatus", "GET", Customer + "/directSignedMicrosoftCustomerAgreementStatus", DirectSignStatus) { Credential = Credential.UserOnly };
    }

    private static EmulatorResponse Metadata(OperationContext context) => WholeCollection.Answer(context, Chosen(context));

    // A customer who signed himself leaves no confirmation of the partner behind.
    private static EmulatorResponse List(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        return WholeCollection.Answer(context, Chosen(context)
            .Where(template => template.AgreementType == CloudAgreement || (customer.CustomerAgreement && !customer.DirectSigned))
            .Select(template => AgreementView.Of(template, customer)).ToList());
    }

    private static EmulatorResponse DirectSignStatus(OperationContext context) => EmulatorResponse.Json(200, new { isSigned = context.Customer.DirectSigned });

    private static AgreementMetadata[] Chosen(OperationContext context)
    {
        string type = context.Query[Type] ?? CloudAgreement;
        if (type == Every)
        {
            return Templates;
        }

        AgreementMetadata[] chosen = Templates.Where(template => string.Equals(template.AgreementType, type, StringComparison.OrdinalIgnoreCase)).ToArray();
        return chosen.Length > 0 ? chosen : throw new ServiceFault("3000", "'" + type + "' is no " + Type + "; use " + CloudAgreement + ", " + CustomerAgreement + " or *.");
    }
}
