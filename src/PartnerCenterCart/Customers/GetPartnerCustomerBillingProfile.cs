using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the billing profiles of customers.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerBillingProfile")]
[OutputType(typeof(CustomerBillingProfile))]
public sealed class GetPartnerCustomerBillingProfile : CustomerReadCmdlet<CustomerBillingProfile>
{
    private protected override Task<CustomerBillingProfile?> ReadAsync(CustomerOperations customer, CancellationToken cancellationToken) =>
        customer.BillingProfile.GetAsync(cancellationToken)!;
}
