using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads where the customer activates marketplace subscriptions.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerSubscriptionActivationLink")]
[OutputType(typeof(OrderLineItemActivationLink))]
public sealed class GetPartnerCustomerSubscriptionActivationLink : SubscriptionCmdlet
{
    private protected override void Process(string customerId, string subscriptionId) =>
        SendPages((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).GetActivationLinksAsync(token), WriteObject);
}
