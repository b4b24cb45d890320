namespace PartnerCenterCart;

/// <summary>Links of an order line; on legacy orders product and SKU links hold GUIDs.</summary>
public sealed class OrderLineItemLinks : PartnerResource
{
    /// <summary>What was bought.</summary>
    public Link? Product { get; set; }

    /// <summary>In which shape.</summary>
    public Link? Sku { get; set; }

    /// <summary>On which terms.</summary>
    public Link? Availability { get; set; }

    /// <summary>What came of it; missing until provisioned.</summary>
    public Link? Subscription { get; set; }

    /// <summary>How far it is.</summary>
    public Link? ProvisioningStatus { get; set; }

    /// <summary>Where the customer activates it.</summary>
    public Link? ActivationLinks { get; set; }

    /// <summary>What was bought.</summary>
    public override string ToString() => (Product ?? Sku ?? Subscription)?.ToString() ?? string.Empty;
}
