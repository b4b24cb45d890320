using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Reads whether the accounts of customers were vetted; purchases hang on it. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerValidationStatus")]
[OutputType(typeof(ValidationStatus))]
public sealed class GetPartnerCustomerValidationStatus : CustomerReadCmdlet<ValidationStatus>
{
    private protected override Task<ValidationStatus?> ReadAsync(CustomerOperations customer, CancellationToken cancellationToken) =>
        customer.ValidationStatus.GetAsync(cancellationToken);

    // The service answers 404 with code 600074, and that does not block a purchase.
    private protected override void WriteMissing(string customerId) =>
        WriteWarning($"Customer {customerId} has no validation status; that does not keep it from buying.");
}
