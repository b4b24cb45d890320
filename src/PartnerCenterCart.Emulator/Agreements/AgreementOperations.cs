using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The reads of endpoints.md, Agreements; <see cref="AgreementConfirm"/> is the one that changes something.</summary>
internal static class AgreementOperations
{
    private const string Type = "agreementType";
    private const string Every = "*";

    public static IEnumerable<Operation> Operations()
    {
        const string Customer = "/customers/{customerId}";
        yield return new Operation("agreements.metadata", "GET", "/agreements", Metadata) { Credential = Credential.UserOnly };
        yield return new Operation("agreements.templateDocument", "GET", "/agreementtemplates/{templateId}/document", Document);
        yield return new Operation("agreements.list", "GET", Customer + "/agreements", List);
        yield return new Operation("agreements.directSignStatus", "GET", Customer + "/directSignedMicrosoftCustomerAgreementStatus", DirectSignStatus) { Credential = Credential.UserOnly };
    }

    /// <summary>The confirmations on file; a customer who signed himself leaves none behind.</summary>
    public static IEnumerable<AgreementView> Confirmed(AgreementMetadata template, CustomerRecord customer)
    {
        if (template.AgreementType == AgreementMetadata.CloudAgreement || (customer.CustomerAgreement && !customer.DirectSigned))
        {
            yield return AgreementView.Of(template, customer);
        }

        foreach (AgreementConfirmation confirmation in customer.Confirmations.Where(confirmation => confirmation.Type == template.AgreementType))
        {
            yield return AgreementView.Of(template, confirmation);
        }
    }

    private static EmulatorResponse Metadata(OperationContext context) => WholeCollection.Answer(context, Chosen(context));

    private static EmulatorResponse Document(OperationContext context)
    {
        string id = context.Value("templateId");
        string language = context.Query["language"] ?? "en-US";
        string country = context.Query["country"] ?? "US";
        return AgreementMetadata.All.Any(template => string.Equals(template.TemplateId, id, StringComparison.OrdinalIgnoreCase))
            ? EmulatorResponse.Json(200, new
            {
                displayUri = "https://agreements.example/" + id + "?language=" + language,
                downloadUri = "https://agreements.example/" + id + "/file?language=" + language,
                language,
                country,
            })
            : throw new ServiceFault("1000");
    }

    private static EmulatorResponse List(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        return WholeCollection.Answer(context, Chosen(context).SelectMany(template => Confirmed(template, customer)).ToList());
    }

    private static EmulatorResponse DirectSignStatus(OperationContext context) => EmulatorResponse.Json(200, new { isSigned = context.Customer.DirectSigned });

    private static AgreementMetadata[] Chosen(OperationContext context)
    {
        string type = context.Query[Type] ?? AgreementMetadata.CloudAgreement;
        if (type == Every)
        {
            return AgreementMetadata.All;
        }

        AgreementMetadata[] chosen = AgreementMetadata.All.Where(template => string.Equals(template.AgreementType, type, StringComparison.OrdinalIgnoreCase)).ToArray();
        return chosen.Length > 0 ? chosen : throw new ServiceFault("3000", "'" + type + "' is no " + Type + "; use " + AgreementMetadata.CloudAgreement + ", " + AgreementMetadata.CustomerAgreement + " or *.");
    }
}
