using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Whom bills of a customer go to.</summary>
public sealed class CustomerBillingProfileOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal CustomerBillingProfileOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound.</exception>
    public async Task<CustomerBillingProfile> GetAsync(CancellationToken cancellationToken = default)
    {
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "profiles", "billing");
        PartnerRequest request = sender.Request(
            "customers.billingProfile.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading the billing profile of customer {customerId}");
        CustomerBillingProfile profile = await sender.SendAsync<CustomerBillingProfile>(request, cancellationToken).ConfigureAwait(false);
        profile.CustomerId = customerId;
        return profile;
    }
}
