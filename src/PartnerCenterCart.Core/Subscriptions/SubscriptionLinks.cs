namespace PartnerCenterCart;

/// <summary>Links of a subscription.</summary>
public sealed class SubscriptionLinks : StandardResourceLinks
{
    /// <summary>Legacy offer.</summary>
    public Link? Offer { get; set; }

    /// <summary>What it entitles to.</summary>
    public Link? Entitlement { get; set; }

    /// <summary>Parent of an add-on.</summary>
    public Link? ParentSubscription { get; set; }

    /// <summary>What was bought.</summary>
    public Link? Product { get; set; }

    /// <summary>In which shape.</summary>
    public Link? Sku { get; set; }

    /// <summary>On which terms.</summary>
    public Link? Availability { get; set; }

    /// <summary>Where the customer activates it.</summary>
    public Link? ActivationLinks { get; set; }
}
