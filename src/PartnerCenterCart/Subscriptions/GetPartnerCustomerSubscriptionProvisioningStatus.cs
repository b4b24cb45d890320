using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads how far changes of licences are; the service looks every 15 minutes. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerSubscriptionProvisioningStatus")]
[OutputType(typeof(SubscriptionProvisioningStatus))]
public sealed class GetPartnerCustomerSubscriptionProvisioningStatus : SubscriptionCmdlet
{
    private protected override void Process(string customerId, string subscriptionId) =>
        WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).GetProvisioningStatusAsync(token)));
}
