using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads where the text of an agreement is; the links live about five minutes.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerAgreementDocument")]
[OutputType(typeof(AgreementDocument))]
public sealed class GetPartnerAgreementDocument : PartnerCmdlet
{
    /// <summary>From Get-PartnerAgreementDetail.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? TemplateId { get; set; }

    /// <summary>Such as de-DE; en-US when left out.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>Two-letter code; US when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CountryCompleter))]
    public string? Country { get; set; }

    private protected override object? Target => TemplateId;

    private protected override void Process() => WriteObject(Send((client, token) => client.AgreementDetails.GetDocumentAsync(TemplateId!, Language, Country, token)));
}
