using System.Collections.Generic;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Changes friendly name, renewal, quantity or status of subscriptions. Each is read first and sent back whole, so that nothing
/// else changes.
/// </summary>
[Cmdlet(VerbsCommon.Set, "PartnerCustomerSubscription", SupportsShouldProcess = true)]
[OutputType(typeof(Subscription))]
public sealed class SetPartnerCustomerSubscription : SubscriptionCmdlet
{
    /// <summary>The partner's label.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? FriendlyName { get; set; }

    /// <summary>Whether it renews at its end.</summary>
    [Parameter]
    [Alias("AutoRenew")]
    public bool? AutoRenewEnabled { get; set; }

    /// <summary>Licences or instances; fewer only while the service takes them back.</summary>
    [Parameter]
    public object? Quantity { get; set; }

    /// <summary>active, suspended, or deleted to cancel it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SubscriptionStatusCompleter))]
    public string? Status { get; set; }

    private protected override void Process(string customerId, string subscriptionId)
    {
        var change = new SubscriptionChange { FriendlyName = FriendlyName, AutoRenewEnabled = AutoRenewEnabled, Quantity = Quantity == null ? null : NumberBinder.Whole(Quantity, "quantity"), Status = Status };
        change.Verify();
        Subscription subscription = Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).GetAsync(token));
        CancellationWindow window = CancellationWindow.Of(subscription, Context.Client.Clock.UtcNow);
        string label = subscription.ToString();
        IReadOnlyList<string> changes = change.ApplyTo(subscription);
        if (changes.Count == 0)
        {
            Say($"Subscription {subscriptionId} of customer {customerId} is like this already.");
            WriteObject(subscription);
        }
        else if (ShouldProcess($"Subscription {label} of customer {customerId}", $"{Capital(string.Join(", ", changes))}; {window}"))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(subscriptionId).PatchAsync(subscription, token)));
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
