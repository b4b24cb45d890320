using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Whether a customer accepted the Microsoft Customer Agreement by itself.</summary>
public sealed class DirectSignedAgreementStatusOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal DirectSignedAgreementStatusOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads it; needs an App+User token.</summary>
    /// <exception cref="PartnerException">Forbidden (900329): the token is App-only.</exception>
    public async Task<DirectSignedCustomerAgreementStatus> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "directSignedMicrosoftCustomerAgreementStatus");
        PartnerRequest request = sender.Request(
            "agreements.directSignStatus",
            HttpMethod.Get,
            path.ToString(),
            RetryClass.Read,
            $"reading whether customer {customerId} accepted the Microsoft Customer Agreement");
        DirectSignedCustomerAgreementStatus status = await sender.SendAsync<DirectSignedCustomerAgreementStatus>(request, cancellationToken).ConfigureAwait(false);
        status.CustomerId = customerId;
        return status;
    }
}
