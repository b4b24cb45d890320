using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Activates marketplace subscriptions in an integration sandbox, where activation links are dummies.</summary>
[Cmdlet(VerbsCommon.New, "PartnerCustomerSubscriptionActivation", SupportsShouldProcess = true)]
[OutputType(typeof(SubscriptionActivationResult))]
public sealed class NewPartnerCustomerSubscriptionActivation : SubscriptionCmdlet
{
    private protected override void Process(string customerId, string subscriptionId)
    {
        if (ShouldProcess($"Subscription {subscriptionId} of customer {customerId}", "Activate it; sandbox only"))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).ActivateAsync(token)));
        }
    }
}
