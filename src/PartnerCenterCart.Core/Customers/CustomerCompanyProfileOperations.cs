using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Who a customer is.</summary>
public sealed class CustomerCompanyProfileOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal CustomerCompanyProfileOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads it; needs an App+User token.</summary>
    /// <exception cref="PartnerException">Forbidden (900329): the token is App-only; NotFound.</exception>
    public Task<CustomerCompanyProfile> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "profiles", "company");
        PartnerRequest request = sender.Request(
            "customers.companyProfile.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading the company profile of customer {customerId}");
        return sender.SendAsync<CustomerCompanyProfile>(request, cancellationToken);
    }
}
