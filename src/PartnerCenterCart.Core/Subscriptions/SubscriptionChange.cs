using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart;

/// <summary>What shall change in a subscription; null leaves a value as it is.</summary>
public sealed class SubscriptionChange
{
    /// <summary>The partner's label.</summary>
    public string? FriendlyName { get; set; }

    /// <summary>Whether it renews.</summary>
    public bool? AutoRenewEnabled { get; set; }

    /// <summary>Licences or instances, at least 1; fewer only while the service takes them back.</summary>
    public int? Quantity { get; set; }

    /// <summary>A text of <see cref="SubscriptionStatus"/>: active, suspended, or deleted to cancel it.</summary>
    public string? Status { get; set; }

    /// <summary>Puts the changes into a subscription that was read, and says each in a few words; empty when it is like this already.</summary>
    /// <exception cref="PartnerException">InvalidInput: nothing to change, an empty name, a quantity below 1, an unknown status.</exception>
    public IReadOnlyList<string> ApplyTo(Subscription subscription)
    {
        Verify();
        var said = new List<string>();
        if (FriendlyName != null && FriendlyName != subscription.FriendlyName)
        {
            said.Add($"rename '{subscription.FriendlyName}' to '{FriendlyName}'");
            subscription.FriendlyName = FriendlyName;
        }

        if (AutoRenewEnabled is { } renew && renew != subscription.AutoRenewEnabled)
        {
            said.Add(renew ? "renew it at its end" : "let it end instead of renewing it");
            subscription.AutoRenewEnabled = renew;
        }

        if (Quantity is { } quantity && quantity != subscription.Quantity)
        {
            said.Add($"change the quantity from {subscription.Quantity?.ToString(CultureInfo.InvariantCulture)} to {quantity.ToString(CultureInfo.InvariantCulture)}");
            subscription.Quantity = quantity;
        }

        if (Status != null && CatalogCheck.Documented(Status, SubscriptionStatus.Known, "subscription status") is { } status && !SubscriptionStatus.Known.Same(status, subscription.Status))
        {
            said.Add(status == SubscriptionStatus.Deleted ? "cancel it" : $"change the status from {subscription.Status} to {status}");
            subscription.Status = status;
        }

        return said;
    }

    /// <summary>Refuses what can be refused without the subscription.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public void Verify()
    {
        if (FriendlyName == null && AutoRenewEnabled == null && Quantity == null && Status == null)
        {
            throw PartnerException.InvalidInput("There is nothing to change.", "Say what: a friendly name, auto-renew, a quantity or a status.");
        }

        if (FriendlyName != null && FriendlyName.Trim().Length == 0)
        {
            throw PartnerException.InvalidInput("The friendly name is empty.");
        }

        if (Quantity != null)
        {
            CartCheck.Quantity(Quantity, "The subscription");
        }

        if (Status != null)
        {
            CatalogCheck.Documented(Status, SubscriptionStatus.Known, "subscription status");
        }
    }
}
