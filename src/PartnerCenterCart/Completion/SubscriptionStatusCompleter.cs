namespace PartnerCenterCart.Commands;

/// <summary>What a subscription can be changed to.</summary>
public sealed class SubscriptionStatusCompleter : ListCompleter
{
    /// <summary>The service sets the other statuses by itself.</summary>
    public SubscriptionStatusCompleter()
        : base(SubscriptionStatus.Active, SubscriptionStatus.Suspended, SubscriptionStatus.Deleted)
    {
    }
}
