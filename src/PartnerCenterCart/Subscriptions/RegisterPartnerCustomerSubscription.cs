using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Registers Azure subscriptions for reservations, and returns how far that is.</summary>
[Cmdlet(VerbsLifecycle.Register, "PartnerCustomerSubscription", SupportsShouldProcess = true)]
[OutputType(typeof(SubscriptionRegistrationStatus))]
public sealed class RegisterPartnerCustomerSubscription : SubscriptionCmdlet
{
    private protected override void Process(string customerId, string subscriptionId)
    {
        if (ShouldProcess($"Subscription {subscriptionId} of customer {customerId}", "Register it for reservations"))
        {
            Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).RegisterAsync(token));
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).RegistrationStatus.GetAsync(token)));
        }
    }
}
