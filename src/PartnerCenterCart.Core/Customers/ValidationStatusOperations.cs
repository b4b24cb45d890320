using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Whether the account of a customer was vetted.</summary>
public sealed class ValidationStatusOperations
{
    // "Account status was not found": the customer was never looked at, which does not stop purchases.
    private const string NoStatus = "600074";

    private readonly CallSender sender;
    private readonly string customerId;

    internal ValidationStatusOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads the status of the account; null when there is none (404 with 600074). Needs an App+User token.</summary>
    /// <exception cref="PartnerException">Forbidden (900329): the token is App-only; NotFound: no such customer.</exception>
    public async Task<ValidationStatus?> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "validationStatus").Query("type", "account");
        PartnerRequest request = sender.Request(
            "customers.validationStatus.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading the validation status of customer {customerId}");
        try
        {
            ValidationStatus status = await sender.SendAsync<ValidationStatus>(request, cancellationToken).ConfigureAwait(false);
            status.CustomerId = customerId;
            return status;
        }
        catch (PartnerException e) when (e is { Kind: PartnerErrorKind.NotFound, ServiceCode: NoStatus })
        {
            return null;
        }
    }
}
