using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads whether Azure subscriptions are registered for reservations.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerSubscriptionRegistrationStatus")]
[OutputType(typeof(SubscriptionRegistrationStatus))]
public sealed class GetPartnerCustomerSubscriptionRegistrationStatus : SubscriptionCmdlet
{
    private protected override void Process(string customerId, string subscriptionId) =>
        WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).RegistrationStatus.GetAsync(token)));
}
