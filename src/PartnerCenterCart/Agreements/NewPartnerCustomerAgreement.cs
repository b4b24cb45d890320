using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Confirms that a person at a customer accepted an agreement, without which purchases fail (13605). This is a legal statement of
/// the partner: confirm what happened. App+User tokens only.
/// </summary>
[Cmdlet(VerbsCommon.New, "PartnerCustomerAgreement", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Agreement))]
public sealed class NewPartnerCustomerAgreement : CustomerCmdlet
{
    /// <summary>First name of the person who accepted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ContactFirstName { get; set; }

    /// <summary>Last name of the person who accepted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ContactLastName { get; set; }

    /// <summary>Mail address of the person who accepted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ContactEmail { get; set; }

    /// <summary>Telephone of the person who accepted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactPhoneNumber { get; set; }

    /// <summary>MicrosoftCustomerAgreement (the default) or MicrosoftCloudAgreement, for legacy items.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AgreementTypeCompleter))]
    public string? AgreementType { get; set; }

    /// <summary>When it was accepted, year first; today when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? DateAgreed { get; set; }

    /// <summary>From Get-PartnerAgreementDetail; the current one when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TemplateId { get; set; }

    private protected override void Process(string customerId)
    {
        var wanted = new Agreement
        {
            PrimaryContact = new Contact { FirstName = ContactFirstName, LastName = ContactLastName, Email = ContactEmail, PhoneNumber = ContactPhoneNumber },
            Type = AgreementType,
            DateAgreed = Date(),
            TemplateId = TemplateId,
        };
        Agreement ready = Send((client, token) => client.Customers.ById(customerId).Agreements.PrepareAsync(wanted, token));
        string text = ready.AgreementLink == null ? string.Empty : $" ({ready.AgreementLink})";
        if (ShouldProcess($"Customer {customerId}", $"Confirm that {ready.PrimaryContact} accepted the {ready.Type}{text} on {ready.DateAgreed:yyyy-MM-dd}"))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Agreements.CreateAsync(ready, token)));
        }
    }

    private System.DateTimeOffset? Date()
    {
        object? value = DateAgreed is PSObject wrapped ? wrapped.BaseObject : DateAgreed;
        return value is null || (value is string blank && string.IsNullOrWhiteSpace(blank))
            ? null
            : DateBinder.Read(DateAgreed) ?? DateBinder.Read(value) ?? throw PartnerException.InvalidInput($"'{value}' is not a date. One such as 2027-06-30 is expected.");
    }
}
