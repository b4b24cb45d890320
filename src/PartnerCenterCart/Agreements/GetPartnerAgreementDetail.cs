using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the agreements that can be confirmed for customers. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerAgreementDetail")]
[OutputType(typeof(AgreementMetaData))]
public sealed class GetPartnerAgreementDetail : PartnerCmdlet
{
    /// <summary>Only this agreement; all of them when left out.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(AgreementTypeCompleter))]
    public string AgreementType { get; set; } = PartnerCenterCart.AgreementType.All;

    private protected override object? Target => AgreementType;

    private protected override void Process() => SendPages((client, token) => client.AgreementDetails.GetAsync(AgreementType, token), WriteObject);
}
