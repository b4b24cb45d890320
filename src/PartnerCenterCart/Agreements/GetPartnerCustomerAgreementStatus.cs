using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Reads whether customers accepted the Microsoft Customer Agreement by themselves. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerAgreementStatus")]
[OutputType(typeof(DirectSignedCustomerAgreementStatus))]
public sealed class GetPartnerCustomerAgreementStatus : CustomerReadCmdlet<DirectSignedCustomerAgreementStatus>
{
    private protected override Task<DirectSignedCustomerAgreementStatus?> ReadAsync(CustomerOperations customer, CancellationToken cancellationToken) =>
        customer.DirectSignedAgreementStatus.GetAsync(cancellationToken)!;
}
