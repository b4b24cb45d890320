using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the company profiles of customers; App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerCompanyProfile")]
[OutputType(typeof(CustomerCompanyProfile))]
public sealed class GetPartnerCustomerCompanyProfile : CustomerReadCmdlet<CustomerCompanyProfile>
{
    private protected override Task<CustomerCompanyProfile?> ReadAsync(CustomerOperations customer, CancellationToken cancellationToken) =>
        customer.CompanyProfile.GetAsync(cancellationToken)!;
}
